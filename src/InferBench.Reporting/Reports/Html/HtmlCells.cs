using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Html;

/// <summary>The table of cells as HTML, which the page's script sorts and filters.</summary>
internal static class HtmlCells
{
    public static void Append(MarkupWriter html, ResultsTable table)
    {
        if (table.Constants.Count > 0)
        {
            var constants = string.Join(", ", table.Constants.Select(constant => $"{constant.Key} {constant.Value}"));
            html.Line($"<p class=\"muted\">All cells: <bdi>{constants}</bdi>.</p>");
        }

        html.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Results of every cell\">");
        html.Line($"<table class=\"cells\">");
        html.Line($"<thead><tr>{HtmlTable.Joined(table.Columns, Head)}</tr></thead>");
        foreach (var row in table.Rows)
        {
            // A body for each cell: its reasons are a row of their own, so that they neither widen the table nor scroll out of sight, and stay with it.
            var explained = new Markup(row.Reasons.Count > 0 ? " class=\"explained\"" : "");
            var values = HtmlTable.Cells(table.Columns.SkipLast(1), row.Values);
            html.Line($"<tbody class=\"cell\"><tr{explained}>{values}<td class=\"verdict\"><span class=\"{Standing(row.Cell)}\">{row.Values[^1]}</span></td></tr>");
            if (row.Reasons.Count > 0)
            {
                var reasons = HtmlTable.Joined(row.Reasons, reason => Markup.Of($"<span class=\"reason\"><bdi>{reason}</bdi></span>"));
                html.Line($"<tr><td colspan=\"{table.Columns.Count}\">{reasons}</td></tr>");
            }

            html.Line($"</tbody>");
        }

        html.Line($"</table>");
        html.Line($"</div>");
    }

    /// <summary>Columns with few values can be chosen from.</summary>
    private static Markup Head(ResultsColumn column)
    {
        var facet = new Markup(column.Choice ? " data-facet=\"1\"" : "");
        return Markup.Of($"<th scope=\"col\"{HtmlTable.Alignment(column)}{facet}>{column.Name}</th>");
    }

    private static string Standing(RunCell cell) => cell.Status == CellStatus.Measured ? cell.Validity?.Verdict switch
    {
        Core.Validity.Verdict.Valid => "valid",
        Core.Validity.Verdict.Invalid => "invalid",
        _ => "suspect",
    } : cell.Status == CellStatus.Pending ? "muted" : "failed";
}
