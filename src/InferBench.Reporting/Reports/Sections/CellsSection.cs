using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Every cell with its verdict and reasons; of very many, those that matter most.</summary>
internal static class CellsSection
{
    // A page of more rows is slow to sort on a phone and read by nobody.
    private const int MostRows = 1_000;

    public static ReportSection? Of(RunDocument run) => Of(ResultsTable.From(run, hideConstants: true));

    public static ReportSection Of(ResultsTable table)
    {
        var verdicts = table.Rows.CountBy(row => CellReasons.Verdict(row.Cell)).OrderByDescending(verdict => verdict.Value).ThenBy(verdict => verdict.Key, StringComparer.Ordinal);
        var counts = string.Join(", ", verdicts.Select(verdict => $"{Figures.Whole(verdict.Value)} {verdict.Key}"));
        var shown = Shown(table);
        var words = table.Rows.Count == 0 ? "No cell was planned." : $"{Figures.Whole(table.Rows.Count)} {(table.Rows.Count == 1 ? "cell" : "cells")}: {counts}.";
        return new(
            "cells",
            "Every cell",
            [
                new Paragraph(
                    shown.Rows.Count == table.Rows.Count ? words
                        : $"{words} The table has the {Figures.Whole(shown.Rows.Count)} fastest ones with figures, in the order of the run; cells.csv has all of them.",
                    ParagraphRole.Muted),
                new CellsBlock(shown),
            ]);
    }

    private static ResultsTable Shown(ResultsTable table)
    {
        if (table.Rows.Count <= MostRows)
        {
            return table;
        }

        var kept = table.Rows.OrderByDescending(row => row.Cell.IsUsable).ThenByDescending(row => row.Cell.Rate?.Value ?? 0).Take(MostRows).ToHashSet(ReferenceEqualityComparer.Instance);
        return table with { Rows = [.. table.Rows.Where(kept.Contains)] };
    }
}
