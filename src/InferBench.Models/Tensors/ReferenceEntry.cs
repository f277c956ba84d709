using System.Text.Json;

namespace InferBench.Models.Tensors;

/// <summary>An output in a reference file; inside sequences and maps it has no name.</summary>
internal sealed record ReferenceEntry
{
    public string? Name { get; init; }

    /// <summary>An element type, <c>sequence</c> or <c>map</c>.</summary>
    public string? Type { get; init; }

    public IReadOnlyList<long>? Dims { get; init; }

    public long? N { get; init; }

    public IReadOnlyList<JsonElement>? First { get; init; }

    public double? Sum { get; init; }

    public double? SumAbs { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public long? ArgmaxFlat { get; init; }

    /// <summary>Of a sequence.</summary>
    public IReadOnlyList<ReferenceEntry>? Items { get; init; }

    /// <summary>Of a map.</summary>
    public ReferenceEntry? Keys { get; init; }

    /// <summary>Of a map.</summary>
    public ReferenceEntry? Values { get; init; }
}
