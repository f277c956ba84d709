using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Charts;

/// <summary>Every chart of a run, in the order in which reports show them.</summary>
public static class RunCharts
{
    public static IReadOnlyList<Chart> From(RunDocument run) => From(run, RunCost.Of(run));

    /// <param name="run">The run.</param>
    /// <param name="cost">What <see cref="RunCost"/> says of it.</param>
    internal static IReadOnlyList<Chart> From(RunDocument run, CostReport? cost) => [.. CostCharts.From(run), .. Economics(run, cost), .. RooflineChart.From(run)];

    private static IReadOnlyList<Chart> Economics(RunDocument run, CostReport? cost) => cost is not { } report ? []
        : [UtilizationChart.Of(run, report), .. BreakEvenChart.Of(run, report), .. TornadoChart.Of(run, report)];
}
