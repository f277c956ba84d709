using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>Prompt lengths that a price is for.</summary>
public sealed record ContextTier
{
    [Description("Fewest input tokens of a request at this price; null from none on.")]
    public long? MinInputTokens { get; init; }

    [Description("Most input tokens of a request at this price; null where there is no limit.")]
    public long? MaxInputTokens { get; init; }

    [Description("True where every token of such a request has this price; false where only those beyond the limit have; null where the source does not say.")]
    public bool? WholeRequest { get; init; }

    public bool Contains(long inputTokens) => inputTokens >= (MinInputTokens ?? 0) && inputTokens <= (MaxInputTokens ?? long.MaxValue);
}
