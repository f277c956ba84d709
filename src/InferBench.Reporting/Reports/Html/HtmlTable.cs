using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Html;

/// <summary>A plain table as HTML: the first cell of a row names it.</summary>
internal static class HtmlTable
{
    private const int LongestName = 60;

    public static void Append(MarkupWriter html, TableBlock table)
    {
        html.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{table.Caption}\">");
        html.Line($"<table>");
        html.Line($"<caption><span>{table.Caption}</span></caption>");
        html.Line($"<thead><tr>{Joined(table.Columns, column => Markup.Of($"<th scope=\"col\"{Alignment(column)}>{column.Name}</th>"))}</tr></thead>");
        html.Line($"<tbody>");
        foreach (var row in table.Rows)
        {
            html.Line($"<tr>{Cells(table.Columns, row)}</tr>");
        }

        html.Line($"</tbody>");
        html.Line($"</table>");
        html.Line($"</div>");
    }

    /// <summary>The cells of a row, of which the first is its header.</summary>
    public static Markup Cells(IEnumerable<ResultsColumn> columns, IEnumerable<string> values)
    {
        var cells = columns.Zip(values).Select((cell, index) => index == 0
            ? Markup.Of($"<th scope=\"row\"{Alignment(cell.First)}>{Isolated(cell.Second)}</th>")
            : Markup.Of($"<td{Words(cell.First, cell.Second)}>{Isolated(cell.Second)}</td>"));
        return new(string.Concat(cells.Select(cell => cell.Text)));
    }

    public static Markup Joined<T>(IEnumerable<T> items, Func<T, Markup> item) => new(string.Concat(items.Select(one => item(one).Text)));

    /// <summary>Figures stand at the right of cells without a word from them; headers and names say so.</summary>
    public static Markup Alignment(ResultsColumn column) => new(column.Numeric ? " class=\"number\"" : "");

    // Sentences go over lines; names and figures do not.
    private static Markup Words(ResultsColumn column, string value) => new(column.Numeric ? "" : value.Length > LongestName ? " class=\"words long\"" : " class=\"words\"");

    // Figures and plain words need no isolation, and a page has thousands of them.
    private static Markup Isolated(string value) => value.All(character => character < 0x0590) ? Markup.Of($"{value}") : Markup.Of($"<bdi>{value}</bdi>");
}
