using InferBench.Core.Runs;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Charts;

/// <summary>Every chart of a run, in the order in which reports show them.</summary>
public static class RunCharts
{
    public static IReadOnlyList<Chart> From(RunDocument run) => [.. RunReport.Of(run, new()).Charts];
}
