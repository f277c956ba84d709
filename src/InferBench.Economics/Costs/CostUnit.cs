namespace InferBench.Economics.Costs;

/// <summary>What a cost buys. Costs of different units are never compared.</summary>
public enum CostUnit
{
    /// <summary>Tokens that a decoder generates.</summary>
    OutputTokens,

    /// <summary>Items that a one-shot model takes: texts, images, windows of sound, rows.</summary>
    Items,
}
