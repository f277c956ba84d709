namespace InferBench.Reporting.Reports.Blocks;

/// <summary>Facts by name.</summary>
internal sealed record FactsBlock(IReadOnlyList<KeyValuePair<string, string>> Facts) : IReportBlock;
