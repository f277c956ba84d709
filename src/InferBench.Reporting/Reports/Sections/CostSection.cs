using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Cost over batch size and speed, and the rate that it divides by.</summary>
internal static class CostSection
{
    public static ReportSection Of(RunDocument run) => new("cost", "What it costs", [.. CostCharts.From(run).Select(chart => new ChartBlock(chart))]);
}
