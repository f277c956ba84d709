using InferBench.Economics.Costs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>How the bill divides between input and output.</summary>
internal static class BreakdownSection
{
    public static ReportSection? Of(CostReport? cost) => CostBreakdown.Of(cost) is not { } breakdown ? null : new(
        "input-output",
        "What input and output cost",
        [new TableBlock("The bill of each cell, divided", breakdown.Columns, breakdown.Rows), .. breakdown.Notes.Select(note => new Paragraph(note, ParagraphRole.Muted))]);
}
