namespace InferBench.Models.Tensors;

/// <summary>A reference file as it is written; <see cref="ReferenceReader"/> turns it into runs.</summary>
internal sealed record ReferenceDocument
{
    public IReadOnlyList<ReferenceSpec>? Spec { get; init; }

    public IReadOnlyList<ReferenceEntry>? Outputs { get; init; }

    /// <summary>A second run that continues the first: its state inputs come from the first run's outputs.</summary>
    public ReferenceDocument? Step { get; init; }
}
