using System.Text.Json.Serialization;

namespace InferBench.Core.Plans;

/// <summary>Changes to the dimensions of a synthetic model; null keeps the preset's own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ShapeOverrides
{
    public int? Layers { get; init; }

    public int? Hidden { get; init; }

    public int? Heads { get; init; }

    public int? KvHeads { get; init; }

    public int? HeadSize { get; init; }

    public int? Ffn { get; init; }

    public int? Vocab { get; init; }

    public int? Context { get; init; }
}
