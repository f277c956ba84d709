using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Cost over batch size and speed, and the rate that it divides by.</summary>
internal static class CostSection
{
    // 1 / speed: cost-by-speed has the same points.
    private const string Mirrored = "cost-by-tpot";

    public static ReportSection Of(RunDocument run) => Of([run]);

    public static ReportSection Of(IReadOnlyList<RunDocument> runs) => new("cost", "What it costs", [.. CostCharts.From(runs).Select(chart => new ChartBlock(chart, InPage: chart.Name != Mirrored))]);
}
