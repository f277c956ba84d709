namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A command line, as it is typed.</summary>
internal sealed record CodeBlock(string Text) : IReportBlock;
