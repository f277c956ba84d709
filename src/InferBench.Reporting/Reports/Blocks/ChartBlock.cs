using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A chart with the table of its data behind it; it is also written as files of its own.</summary>
internal sealed record ChartBlock(Chart Chart) : IReportBlock;
