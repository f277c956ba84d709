namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A heading inside a section.</summary>
internal sealed record Subheading(string Text) : IReportBlock;
