using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Decoding under the roofs of the machine.</summary>
internal static class RooflineSection
{
    public static ReportSection? Of(RunDocument run) => RooflineChart.From(run) is { Count: > 0 } charts
        ? new("roofline", "How close to the machine’s limits", [.. charts.Select(chart => new ChartBlock(chart))])
        : null;
}
