using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A chart with the table of its data behind it; it is also written as files of its own.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="InPage">Whether the page shows it; not where another chart there has the same points mirrored. Its files are written all the same.</param>
internal sealed record ChartBlock(Chart Chart, bool InPage = true) : IReportBlock;
