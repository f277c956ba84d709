namespace InferBench.Models.Tensors;

/// <summary>An input in a reference file.</summary>
internal sealed record ReferenceSpec
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<long>? Dims { get; init; }

    public string? Fill { get; init; }

    /// <summary><c>previous outputs</c> in place of a type and a fill.</summary>
    public string? From { get; init; }

    public uint? J { get; init; }

    public double? Scale { get; init; }

    public double? Shift { get; init; }

    public double? Hi { get; init; }

    public double? Lo { get; init; }

    public double? V { get; init; }

    public long? Period { get; init; }

    public double? Base { get; init; }
}
