using System.Text;
using InferBench.Core.Comparison;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Comparison;

/// <summary><c>comparison.md</c>.</summary>
public static class ComparisonMarkdown
{
    /// <param name="comparison">The comparison.</param>
    /// <param name="chart">File name of the chart beside it; null where there is none.</param>
    public static string Of(RunComparison comparison, string? chart = null)
    {
        var text = new StringBuilder();
        Paragraph(text, "# Comparison");
        List(text, ComparisonWords.Sides(comparison));
        foreach (var pair in comparison.Pairs)
        {
            Paragraph(text, $"## {pair.Other.Letter} against {pair.Base.Letter}");
            Paragraph(text, $"**{MarkdownReport.Escaped(ComparisonWords.Answer(pair))}**");
            Table(text, ComparisonTable.Of(pair, comparison.By, narrow: false));
            Section(text, "Suspect", ComparisonWords.Doubts(pair, comparison.By));
            Section(text, "Not compared", ComparisonWords.NotCompared(pair));
            Section(text, "What else differs, and could explain a difference", ComparisonWords.Differences(pair));
            Section(text, "Spread", ComparisonWords.Spreads(pair));
        }

        if (chart is not null)
        {
            Paragraph(text, $"![Ratio of the rates of each cell with its interval]({chart})");
        }

        Paragraph(text, MarkdownReport.Escaped(ComparisonWords.Method(comparison)));
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            Paragraph(text, $"### {title}");
            List(text, lines);
        }
    }

    private static void List(StringBuilder text, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append("- ").Append(MarkdownReport.Escaped(line)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Table(StringBuilder text, ComparisonTable table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        Row(text, table.Columns.Select(column => MarkdownReport.Escaped(column.Name)));
        Row(text, table.Columns.Select(column => column.Numeric ? "--:" : "---"));
        foreach (var row in table.Rows)
        {
            Row(text, row.Select(MarkdownReport.Escaped));
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");
}
