using InferBench.Core.Runs;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Charts;

/// <summary>Every chart of a run, in the order in which reports show them.</summary>
public static class RunCharts
{
    public static IReadOnlyList<Chart> From(RunDocument run) => [.. CostCharts.From(run), .. Economics(run), .. RooflineChart.From(run)];

    private static IReadOnlyList<Chart> Economics(RunDocument run) => RunCost.Of(run) is not { } report ? []
        : [UtilizationChart.Of(run, report), .. BreakEvenChart.Of(run, report), .. TornadoChart.Of(run, report)];
}
