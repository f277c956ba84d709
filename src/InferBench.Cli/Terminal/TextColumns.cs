using InferBench.Reporting.Text;

namespace InferBench.Cli.Terminal;

/// <summary>Rows of text in columns, two spaces apart. The last column may be as long as it likes.</summary>
internal static class TextColumns
{
    /// <param name="heads">Names; those that begin with a space are of numbers, and stand at the right.</param>
    /// <param name="rows">A text for each column.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cleaned = rows.Select(row => row.Select(SafeText.Of).ToList()).ToList();
        var widths = heads.Select((head, column) => Math.Max(head.Trim().Length, cleaned.Select(row => row[column].Length).DefaultIfEmpty(0).Max())).ToList();
        return [Line(heads, [.. heads.Select(head => head.Trim())], widths), .. cleaned.Select(row => Line(heads, row, widths))];
    }

    private static string Line(IReadOnlyList<string> heads, IReadOnlyList<string> row, IReadOnlyList<int> widths) => string.Join(
        "  ",
        row.Select((text, column) => heads[column].StartsWith(' ') ? text.PadLeft(widths[column]) : text.PadRight(widths[column]))).TrimEnd();
}
