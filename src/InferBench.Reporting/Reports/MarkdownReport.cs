using System.Text;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary><c>report.md</c>: the same sections as the page, for code hosts and terminals; charts are linked.</summary>
public static class MarkdownReport
{
    // What Markdown or the HTML inside it would act upon.
    private const string Special = "\\`*_[]|~";

    /// <param name="run">The run.</param>
    /// <param name="terms">What the answer must keep; null for nothing.</param>
    public static string Of(RunDocument run, AnswerTerms? terms = null) => Of(RunReport.Of(run, terms ?? new()));

    /// <param name="report">The report.</param>
    /// <param name="linked">Whether the charts' files lie beside it; where not, no link leads to them.</param>
    internal static string Of(Report report, bool linked = true)
    {
        var text = new StringBuilder();
        Paragraph(text, $"# {Escaped(SafeText.Of(report.Title))}");
        foreach (var block in report.Opening)
        {
            Append(text, block);
        }

        foreach (var section in report.Sections)
        {
            var shown = linked ? section.Blocks : [.. section.Blocks.Where(block => block is not ChartBlock)];
            if (shown.Count > 0)
            {
                Paragraph(text, $"## {Escaped(section.Heading)}");
            }

            foreach (var block in shown)
            {
                Append(text, block);
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, IReportBlock block)
    {
        switch (block)
        {
            case Paragraph { Role: ParagraphRole.Lead } lead:
                Paragraph(text, $"**{Escaped(SafeText.Of(lead.Text))}**");
                break;
            case Paragraph paragraph:
                Paragraph(text, Escaped(SafeText.Of(paragraph.Text)));
                break;
            case Subheading subheading:
                Paragraph(text, $"### {Escaped(SafeText.Of(subheading.Text))}");
                break;
            case ChartBlock { Chart: var chart }:
                Paragraph(text, $"![{Escaped(SafeText.Of(chart.Title))}](charts/{chart.Name}.svg)");
                break;
            case CellsBlock cells:
                text.Append(Table(cells.Table));
                break;
            case TableBlock table:
                Paragraph(text, Escaped(SafeText.Of(table.Caption)) + ":");
                Head(text, table.Columns);
                foreach (var row in table.Rows)
                {
                    Row(text, row.Select(value => Escaped(SafeText.Of(value))));
                }

                text.Append('\n');
                break;
            case FactsBlock facts:
                Facts(text, facts.Facts);
                break;
            case CodeBlock code:
                Paragraph(text, $"```sh\n{code.Text.Replace("```", "'''", StringComparison.Ordinal)}\n```");
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no form in Markdown.");
        }
    }

    /// <summary>A results table on its own, as the console and other documents can use it.</summary>
    public static string Table(ResultsTable table)
    {
        var text = new StringBuilder();
        if (table.Constants.Count > 0)
        {
            var constants = table.Constants.Select(constant => $"{Escaped(constant.Key)} {Escaped(constant.Value)}");
            Paragraph(text, $"All cells: {string.Join(", ", constants)}.");
        }

        Head(text, table.Columns);
        foreach (var row in table.Rows)
        {
            // Reasons stand beside the verdict, which is the last column.
            var verdict = Escaped(row.Values[^1]) + (row.Reasons.Count == 0 ? "" : ": " + Escaped(string.Join("; ", row.Reasons)));
            Row(text, row.Values.SkipLast(1).Select(Escaped).Append(verdict));
        }

        return text.Append('\n').ToString();
    }

    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                _ when Special.Contains(character, StringComparison.Ordinal) => escaped.Append('\\').Append(character),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static void Head(StringBuilder text, IReadOnlyList<ResultsColumn> columns)
    {
        Row(text, columns.Select(column => Escaped(column.Name)));
        Row(text, columns.Select(column => column.Numeric ? "--:" : "---"));
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Facts(StringBuilder text, IEnumerable<KeyValuePair<string, string>> facts)
    {
        foreach (var fact in facts)
        {
            text.Append("- **").Append(Escaped(fact.Key)).Append("**: ").Append(Escaped(fact.Value)).Append('\n');
        }

        text.Append('\n');
    }
}
