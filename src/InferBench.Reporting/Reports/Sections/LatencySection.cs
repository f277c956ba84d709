using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Distributions of latency.</summary>
internal static class LatencySection
{
    public static ReportSection? Of(RunDocument run) => LatencyCharts.From(run) is { Count: > 0 } charts
        ? new("latency", "How long requests take", [.. charts.Select(chart => new ChartBlock(chart))])
        : null;
}
