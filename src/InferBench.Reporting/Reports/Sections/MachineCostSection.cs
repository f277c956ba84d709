using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Cost curves of several machines, one line for each machine and precision.</summary>
internal static class MachineCostSection
{
    public static ReportSection Of(IReadOnlyList<RunDocument> runs) => new("cost", "What it costs", [.. CostCharts.From(runs).Select(chart => new ChartBlock(chart))]);
}
