using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Joules, or that there are none.</summary>
internal static class EnergySection
{
    public static ReportSection Of(RunDocument run) => new(
        "energy",
        "Energy",
        EnergyChart.From(run) is { Count: > 0 } charts
            ? [.. charts.Select(chart => new ChartBlock(chart))]
            : [new Paragraph("No energy was measured in this run: no counter of the device covered the operations. Nothing is estimated in its place.", ParagraphRole.Muted)]);
}
