namespace InferBench.Reporting.Reports;

/// <summary>What a configuration must keep to be the answer.</summary>
/// <param name="PerUserTokensPerSecond">Speed that one user must see at least; null for any.</param>
/// <param name="PerplexityLossPercent">Perplexity that may be lost against the reference at most; null for any, measured or not.</param>
public sealed record AnswerTerms(double? PerUserTokensPerSecond = null, double? PerplexityLossPercent = null);
