using System.ComponentModel;

namespace InferBench.Economics.Memory;

/// <summary>Layers whose feed-forward part is a mixture of experts.</summary>
public sealed record ExpertLayers
{
    [Description("Layers with experts; the others are dense.")]
    public required int Layers { get; init; }

    [Description("Experts of a layer that a router chooses from.")]
    public required int Count { get; init; }

    [Description("Experts that each token goes through.")]
    public required int PerToken { get; init; }

    [Description("Inner width of an expert.")]
    public required int Ffn { get; init; }

    [Description("Experts that every token goes through besides.")]
    public int Shared { get; init; }

    [Description("Inner width of a shared expert; null where it is that of the others.")]
    public int? SharedFfn { get; init; }
}
