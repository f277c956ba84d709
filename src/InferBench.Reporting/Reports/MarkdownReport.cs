using System.Text;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary><c>report.md</c>: the answer, the table, and how to get them again.</summary>
public static class MarkdownReport
{
    // What Markdown or the HTML inside it would act upon.
    private const string Special = "\\`*_[]|~";

    public static string Of(RunDocument run) => Of(run, RunCost.Of(run));

    internal static string Of(RunDocument run, CostReport? cost)
    {
        var text = new StringBuilder();
        Paragraph(text, $"# What it costs: run {Escaped(SafeText.Of(run.RunId))}");
        Paragraph(text, $"**{Escaped(Answer.Sentence(run))}**");
        Paragraph(text, Escaped(RunWords.PriceOrigin(run.Price)));
        if (RunWords.Repriced(run) is { } repriced)
        {
            Paragraph(text, Escaped(repriced));
        }

        if (!run.Complete)
        {
            Paragraph(text, "The run was stopped before its end: cells that were not reached are marked as not run.");
        }

        Paragraph(text, "## Results");
        var table = ResultsTable.From(run, hideConstants: true);
        text.Append(Table(table));
        if (CostBreakdown.Of(cost) is { } breakdown)
        {
            Paragraph(text, "## What input and output cost");
            Breakdown(text, breakdown);
        }

        if (LaunchFacts.Of(run) is { Count: > 0 } launches)
        {
            Paragraph(text, "## From run to run");
            Facts(text, launches);
        }

        if (QualityFacts.Of(run) is { Count: > 0 } quality)
        {
            Paragraph(text, "## Quality");
            Facts(text, quality);
        }

        Paragraph(text, "## How to reproduce");
        Paragraph(text, $"```sh\n{Reproduction.Command(run).Replace("```", "'''", StringComparison.Ordinal)}\n```");
        Facts(text, Reproduction.Facts(run));
        Paragraph(text, "## Environment");
        Facts(text, EnvironmentFacts.Of(run));
        Paragraph(text, "## Definitions");
        Facts(text, MetricDefinitions.Of(table));
        return text.ToString().TrimEnd() + "\n";
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

        Row(text, table.Columns.Select(column => Escaped(column.Name)));
        Row(text, table.Columns.Select(column => column.Numeric ? "--:" : "---"));
        foreach (var row in table.Rows)
        {
            // Reasons stand beside the verdict, which is the last column.
            var verdict = Escaped(row.Values[^1]) + (row.Reasons.Count == 0 ? "" : ": " + Escaped(string.Join("; ", row.Reasons)));
            Row(text, row.Values.SkipLast(1).Select(Escaped).Append(verdict));
        }

        return text.Append('\n').ToString();
    }

    private static void Breakdown(StringBuilder text, CostBreakdown breakdown)
    {
        Row(text, breakdown.Columns.Select(column => Escaped(column.Name)));
        Row(text, breakdown.Columns.Select(column => column.Numeric ? "--:" : "---"));
        foreach (var row in breakdown.Rows)
        {
            Row(text, row.Select(Escaped));
        }

        Paragraph(text, "\n" + Escaped(string.Join(' ', breakdown.Notes)));
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
