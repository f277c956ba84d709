using System.Globalization;

namespace InferBench.Models.Synthetic;

/// <summary>Dimensions of a decoder of the Llama family: RMSNorm, rotary positions, grouped-query attention, SwiGLU.</summary>
public sealed record LlamaShape
{
    /// <summary>Decoder layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Width of the residual stream.</summary>
    public required int Hidden { get; init; }

    /// <summary>Query heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Key and value heads; divides <see cref="Heads"/>.</summary>
    public required int KvHeads { get; init; }

    /// <summary>Width of one head; <see cref="Heads"/> × this need not equal <see cref="Hidden"/>.</summary>
    public required int HeadDim { get; init; }

    /// <summary>Inner width of the feed-forward part.</summary>
    public required int Ffn { get; init; }

    /// <summary>Tokens in the vocabulary.</summary>
    public required int Vocab { get; init; }

    /// <summary>Positions that the rotary tables cover, which is the longest sequence the built model can hold.</summary>
    public required int Context { get; init; }

    /// <summary>Whether the output head is the embedding table.</summary>
    public required bool Tied { get; init; }

    /// <summary>Base of the rotary frequencies.</summary>
    public double RopeTheta { get; init; } = 10_000;

    /// <summary>Weights of the model: embedding, projections, norms, and the head where it is not tied.</summary>
    public long Parameters =>
        (long)Vocab * Hidden * (Tied ? 1 : 2)
        + Hidden
        + (Layers * ((2L * Hidden * Heads * HeadDim) + (2L * Hidden * KvHeads * HeadDim) + (3L * Hidden * Ffn) + (2L * Hidden)));

    /// <summary>All dimensions in one line, always in the same words.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"layers={Layers} hidden={Hidden} heads={Heads} kv_heads={KvHeads} head_dim={HeadDim} ffn={Ffn} vocab={Vocab} context={Context} tied={(Tied ? 1 : 0)} rope_theta={RopeTheta:R}");

    /// <summary>Everything that keeps these dimensions from being a model; empty when they are one.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        Between(problems, "layers", Layers, 1, 1_000);
        Between(problems, "hidden", Hidden, 8, 65_536);
        Between(problems, "heads", Heads, 1, 1_024);
        Between(problems, "kvHeads", KvHeads, 1, 1_024);
        Between(problems, "headDim", HeadDim, 16, 1_024);
        Between(problems, "ffn", Ffn, 8, 262_144);
        Between(problems, "vocab", Vocab, 16, 1_048_576);
        Between(problems, "context", Context, 1, 1_048_576);
        if (Heads > 0 && KvHeads > 0 && Heads % KvHeads != 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"heads ({Heads}) must be a multiple of kvHeads ({KvHeads})"));
        }

        // ONNX Runtime's GroupQueryAttention asks for it where it also rotates.
        if (HeadDim % 16 != 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"headDim ({HeadDim}) must be a multiple of 16"));
        }

        if (!double.IsFinite(RopeTheta) || RopeTheta < 1)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"ropeTheta ({RopeTheta}) must be at least 1"));
        }

        return problems;
    }

    private static void Between(List<string> problems, string name, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {low} to {high}"));
        }
    }
}
