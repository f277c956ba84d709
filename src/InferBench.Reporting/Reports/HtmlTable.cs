using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>A results table as HTML.</summary>
internal static class HtmlTable
{
    public static void Append(MarkupWriter html, ResultsTable table)
    {
        if (table.Constants.Count > 0)
        {
            var constants = string.Join(", ", table.Constants.Select(constant => $"{constant.Key} {constant.Value}"));
            html.Line($"<p class=\"muted\">All cells: <bdi>{constants}</bdi>.</p>");
        }

        html.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Results of every cell\">");
        html.Line($"<table>");
        html.Line($"<thead><tr>{Cells(table.Columns, column => Markup.Of($"<th scope=\"col\"{Alignment(column)}>{column.Name}</th>"))}</tr></thead>");
        html.Line($"<tbody>");
        foreach (var row in table.Rows)
        {
            var values = Cells(
                table.Columns.SkipLast(1).Zip(row.Values), cell => Markup.Of($"<td{Alignment(cell.First)}><bdi>{cell.Second}</bdi></td>"));
            var explained = new Markup(row.Reasons.Count > 0 ? " class=\"explained\"" : "");
            html.Line($"<tr{explained}>{values}<td><span class=\"{Standing(row.Cell)}\">{row.Values[^1]}</span></td></tr>");
            if (row.Reasons.Count > 0)
            {
                // A row of its own, so that reasons neither widen the table nor scroll out of sight.
                var reasons = Cells(row.Reasons, reason => Markup.Of($"<span class=\"reason\">{reason}</span>"));
                html.Line($"<tr><td colspan=\"{table.Columns.Count}\">{reasons}</td></tr>");
            }
        }

        html.Line($"</tbody>");
        html.Line($"</table>");
        html.Line($"</div>");
    }

    public static void Append(MarkupWriter html, CostBreakdown breakdown)
    {
        html.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What input and output cost\">");
        html.Line($"<table>");
        html.Line($"<thead><tr>{Cells(breakdown.Columns, column => Markup.Of($"<th scope=\"col\"{Alignment(column)}>{column.Name}</th>"))}</tr></thead>");
        html.Line($"<tbody>");
        foreach (var row in breakdown.Rows)
        {
            html.Line($"<tr>{Cells(breakdown.Columns.Zip(row), cell => Markup.Of($"<td{Alignment(cell.First)}><bdi>{cell.Second}</bdi></td>"))}</tr>");
        }

        html.Line($"</tbody>");
        html.Line($"</table>");
        html.Line($"</div>");
        foreach (var note in breakdown.Notes)
        {
            html.Line($"<p class=\"muted\">{note}</p>");
        }
    }

    private static Markup Cells<T>(IEnumerable<T> items, Func<T, Markup> cell) => new(string.Concat(items.Select(item => cell(item).Text)));

    private static Markup Alignment(ResultsColumn column) => new(column.Numeric ? " class=\"number\"" : "");

    private static string Standing(RunCell cell) => cell.Status == CellStatus.Measured ? cell.Validity?.Verdict switch
    {
        Core.Validity.Verdict.Valid => "valid",
        Core.Validity.Verdict.Invalid => "invalid",
        _ => "suspect",
    } : cell.Status == CellStatus.Pending ? "muted" : "failed";
}
