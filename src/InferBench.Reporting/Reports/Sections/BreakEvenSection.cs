using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Where an API is cheaper, and what moves the cost most.</summary>
internal static class BreakEvenSection
{
    public static ReportSection? Of(RunDocument run, CostReport? cost) => cost is not { } report ? null : new(
        "break-even",
        "When an API is cheaper",
        [.. ((IEnumerable<Chart>)[UtilizationChart.Of(run, report), .. BreakEvenChart.Of(run, report), .. TornadoChart.Of(run, report)]).Select(chart => new ChartBlock(chart))]);
}
