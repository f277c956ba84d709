namespace InferBench.Models.Quantization;

/// <summary>How to quantize a model.</summary>
/// <param name="Scheme">What is done to the weights.</param>
public sealed record QuantizationOptions(QuantizationScheme Scheme)
{
    /// <summary>MatMulNBits' accuracy level, 0 to 4: 4 lets a CPU multiply 8-bit integers, 0 leaves the choice to the runtime.</summary>
    public int AccuracyLevel { get; init; } = 4;

    /// <summary>What becomes of embedding tables; they are never part of <see cref="Scheme"/> but for fp16.</summary>
    public EmbeddingFormat Embeddings { get; init; } = EmbeddingFormat.Keep;

    /// <summary>Whether the output head, the product behind the logits, stays as it is.</summary>
    public bool KeepHead { get; init; }

    /// <summary>Nodes that stay as they are, by their own name or by their weight's.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>For fp16: whether the graph's inputs and outputs stay fp32.</summary>
    public bool KeepIo { get; init; }

    /// <summary>Threads that work on weights; null means as many as there are cores. The bytes do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether the report says how far each tensor in blocks is from its source.</summary>
    public bool MeasureErrors { get; init; }
}
