using InferBench.Core.Comparison;

namespace InferBench.Reporting.Comparison;

/// <summary>A comparison as lines of plain text.</summary>
public static class ComparisonText
{
    private const string Gap = "  ";
    private const int MostLines = 20;

    public static IReadOnlyList<string> Lines(RunComparison comparison)
    {
        var lines = new List<string>(ComparisonWords.Sides(comparison));
        foreach (var pair in comparison.Pairs)
        {
            lines.Add("");
            lines.Add(ComparisonWords.Answer(pair));
            if (pair.Cells.Count > 0)
            {
                lines.Add("");
                lines.AddRange(Table(ComparisonTable.Of(pair, comparison.By, narrow: true)));
            }

            Section(lines, "suspect:", ComparisonWords.Doubts(pair, comparison.By));
            Section(lines, "not compared:", ComparisonWords.NotCompared(pair));
            Section(lines, "what else differs, and could explain a difference:", ComparisonWords.Differences(pair));
            lines.AddRange(ComparisonWords.Spreads(pair));
        }

        lines.Add(ComparisonWords.Method(comparison));
        return lines;
    }

    private static void Section(List<string> lines, string title, IReadOnlyList<string> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        lines.Add(title);
        lines.AddRange(entries.Take(MostLines).Select(entry => Gap + entry));
        if (entries.Count > MostLines)
        {
            lines.Add($"{Gap}and {Text.Figures.Whole(entries.Count - MostLines)} more; --out or --json has all of them");
        }
    }

    private static IEnumerable<string> Table(ComparisonTable table)
    {
        List<IReadOnlyList<string>> rows = [[.. table.Columns.Select(column => column.Name)], .. table.Rows];
        int[] widths = [.. Enumerable.Range(0, table.Columns.Count).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join(
            Gap, row.Select((value, column) => table.Columns[column].Numeric ? value.PadLeft(widths[column]) : value.PadRight(widths[column]))).TrimEnd());
    }
}
