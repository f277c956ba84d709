using System.ComponentModel;
using System.Text.Json.Serialization;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Memory;

/// <summary>
/// The dimensions of an open decoder, from its published configuration. Weights are counted from them: matrices, tables and two norms for each layer.
/// Biases and further norms are left out, less than 0.1 % of any model here.
/// </summary>
public sealed record ModelArchitecture
{
    /// <summary>Gate, up and down.</summary>
    private const int FeedForwardMatrices = 3;

    [Description("Identity, such as llama-3.1-8b.")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    [Description("Width of the residual stream.")]
    public required int Hidden { get; init; }

    [Description("Inner width of a dense feed-forward part; 0 where every layer has experts.")]
    public required int Ffn { get; init; }

    [Description("Query heads.")]
    public required int Heads { get; init; }

    [Description("Tokens in the vocabulary, padding included.")]
    public required int Vocabulary { get; init; }

    [Description("Whether the output head is the embedding table.")]
    public required bool TiedHead { get; init; }

    [Description("Longest sequence in tokens, as the configuration says.")]
    public required int Context { get; init; }

    [Description("The layers by the way in which they attend.")]
    public required IReadOnlyList<AttentionGroup> Attention { get; init; }

    [Description("Mixture of experts; null for a dense model.")]
    public ExpertLayers? Experts { get; init; }

    [Description("Where the dimensions come from.")]
    public required string Source { get; init; }

    [Description("When that source was as it is cited.")]
    public required PartialDate AsOf { get; init; }

    [Description("high, medium, low, derived or recalled, as in the rest of the catalog.")]
    public required Confidence Confidence { get; init; }

    public string? Note { get; init; }

    [JsonIgnore]
    public int Layers => Attention.Sum(group => group.Layers);

    [JsonIgnore]
    public long Parameters => TableParameters + HeadParameters + NormParameters + MatrixParameters + ExpertParameters;

    /// <summary>Weights that one token goes through, both tables included.</summary>
    [JsonIgnore]
    public long ActiveParameters => Parameters - (Experts is { } experts ? (experts.Count - experts.PerToken) * ExpertSize(experts) : 0);

    /// <summary>The embedding table, which is only looked up; of a tied model also its head.</summary>
    internal long TableParameters => (long)Vocabulary * Hidden;

    /// <summary>A head of its own.</summary>
    internal long HeadParameters => TiedHead ? 0 : TableParameters;

    internal long NormParameters => ((2L * Layers) + 1) * Hidden;

    /// <summary>Matrices that every token is multiplied with, the head left out.</summary>
    internal long MatrixParameters =>
        Attention.Sum(group => group.Layers * group.ParametersPerLayer(Hidden, Heads))
        + ((Layers - (Experts?.Layers ?? 0)) * FeedForward(Ffn))
        + (Experts is { } experts ? experts.Layers * (((long)Hidden * experts.Count) + (experts.Shared * FeedForward(experts.SharedFfn ?? experts.Ffn))) : 0);

    /// <summary>Experts that a router chooses from, all of them.</summary>
    internal long ExpertParameters => Experts is { } experts ? experts.Count * ExpertSize(experts) : 0;

    /// <summary>Widest inner result of one token in a layer.</summary>
    internal long WidestInner => Math.Max(Ffn, Experts is { } experts ? (experts.PerToken * (long)experts.Ffn) + (experts.Shared * (long)(experts.SharedFfn ?? experts.Ffn)) : 0);

    /// <summary>Bytes of the cache of one sequence.</summary>
    /// <param name="context">Tokens, prompt and generated together.</param>
    /// <param name="cacheBits">Bits of a cached value.</param>
    public double CacheBytes(long context, int cacheBits) => Attention.Sum(group => group.CacheBytes(context, cacheBits));

    /// <summary>Bytes of the cache of one sequence on each of several devices that share the model by tensor parallelism.</summary>
    public double CacheBytesPerDevice(long context, int cacheBits, int devices) =>
        Attention.Sum(group => group.CacheBytes(context, cacheBits) / Math.Min(devices, group.CacheShards));

    /// <summary>
    /// Whether the heads can be shared out evenly: query heads divide, and key and value heads divide or are copied. It says nothing of the network between the devices.
    /// </summary>
    public bool CanShareAmong(int devices) => Heads % devices == 0 && Attention.All(group =>
        group.CacheShards == 1 || group.CacheShards % devices == 0 || devices % group.CacheShards == 0);

    private long FeedForward(int width) => (long)FeedForwardMatrices * Hidden * width;

    private long ExpertSize(ExpertLayers experts) => experts.Layers * FeedForward(experts.Ffn);
}
