using System.Globalization;
using System.Text;
using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <summary>
/// <c>cells.csv</c>: one row for each planned cell that stands on its own, with the run, the machine and the price in it.
/// RFC 4180; numbers are invariant and round-trip; a missing value is an empty field.
/// </summary>
public static class CellsCsv
{
    // What spreadsheet programs take for the start of a formula (OWASP, "CSV Injection").
    private const string FormulaStarts = "=+-@\t\r\n";

    public static string Of(RunDocument run) => Of([run]);

    /// <summary>The cells of several runs, one after another under one header; what a run has no column for is empty.</summary>
    public static string Of(IReadOnlyList<RunDocument> runs)
    {
        var kinds = CellKinds.Of(runs);
        var csv = new StringBuilder();
        foreach (var (index, run) in runs.Index())
        {
            var columns = CsvColumns.Of(run, kinds);
            if (index == 0)
            {
                AppendRow(csv, columns.Select(column => column.Name));
            }

            foreach (var cell in run.Cells)
            {
                AppendRow(csv, columns.Select(column => Field(column, cell)));
            }
        }

        return csv.ToString();
    }

    private static string Field(CsvColumn column, RunCell cell) => column.Value(cell) switch
    {
        null => "",
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var unknown => throw new InvalidOperationException($"Column {column.Name} has a {unknown.GetType().Name}, which is not written as CSV."),
    };

    /// <summary>A text that no spreadsheet program takes for a formula: it reads a leading apostrophe as "this is text".</summary>
    internal static string Text(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void AppendRow(StringBuilder csv, IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
