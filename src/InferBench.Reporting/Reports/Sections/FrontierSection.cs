using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>The frontier of cost and speed, with quality as colour.</summary>
internal static class FrontierSection
{
    public static ReportSection? Of(RunDocument run) => Of([run]);

    public static ReportSection? Of(IReadOnlyList<RunDocument> runs) => FrontierChart.From(runs) is { Count: > 0 } charts
        ? new("frontier", "Cost, speed and quality", [.. charts.Select(chart => new ChartBlock(chart))])
        : null;
}
