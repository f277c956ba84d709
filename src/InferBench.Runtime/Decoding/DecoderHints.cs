using InferBench.Models.Configs;
using InferBench.Models.Onnx;

namespace InferBench.Runtime.Decoding;

/// <summary>What a session's metadata does not tell: the operators inside, and the configuration files beside the model.</summary>
/// <param name="GroupQueryAttention">
/// Inputs that com.microsoft GroupQueryAttention takes as past keys or values: it is the only form that can share its cache buffer.
/// </param>
/// <param name="Quantized">Whether weights are stored in fewer bits than they are computed in.</param>
/// <param name="Config">The configuration; null where there is none.</param>
internal sealed record DecoderHints(IReadOnlySet<string> GroupQueryAttention, bool Quantized, DecoderConfig? Config)
{
    /// <summary>Places of past_key and past_value among GroupQueryAttention's inputs (ContribOperators.md).</summary>
    private const int FirstPast = 3, LastPast = 4;

    private static readonly HashSet<string> QuantizedOperators =
    [
        "MatMulNBits", "MatMulBnb4", "MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul", "QLinearMatMul", "DequantizeLinear",
        "GatherBlockQuantized", "QMoE",
    ];

    public static DecoderHints Read(OnnxModel model)
    {
        // Only what the main graph runs: a shared buffer needs the cache itself to be an input of the attention operator.
        var operators = model.Graph.Nodes;
        var pasts = operators
            .Where(n => n is { OpType: "GroupQueryAttention", Domain: "com.microsoft" })
            .SelectMany(n => n.Inputs.Take(LastPast + 1).Skip(FirstPast))
            .ToHashSet();
        return new DecoderHints(
            pasts,
            model.Graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).Any(n => QuantizedOperators.Contains(n.OpType)),
            ReadConfig(Path.GetDirectoryName(model.Path)!));
    }

    /// <summary>Hugging Face repositories keep the ONNX files in a folder <c>onnx</c> and the configuration above it.</summary>
    private static DecoderConfig? ReadConfig(string folder)
    {
        var parent = Path.GetFileName(folder) == "onnx" ? Path.GetDirectoryName(folder) : null;
        return DecoderConfigReader.ReadFolder(folder) ?? (parent is null ? null : DecoderConfigReader.ReadFolder(parent));
    }
}
