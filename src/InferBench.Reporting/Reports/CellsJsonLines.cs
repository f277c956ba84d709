using System.Text;
using System.Text.Json;
using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <summary>
/// <c>cells.jsonl</c>: the rows of <c>cells.csv</c> as JSON, one object on a line for each cell. Numbers are numbers and text is as it is;
/// a missing value is null, so that every line has every column.
/// </summary>
public static class CellsJsonLines
{
    public static string Of(RunDocument run) => Of([run]);

    /// <summary>The cells of several runs, one after another; what a run has no column for is null.</summary>
    public static string Of(IReadOnlyList<RunDocument> runs)
    {
        var kinds = CellKinds.Of(runs);
        using var lines = new MemoryStream();
        foreach (var run in runs)
        {
            Append(lines, run, CsvColumns.Of(run, kinds));
        }

        return Encoding.UTF8.GetString(lines.GetBuffer(), 0, (int)lines.Length);
    }

    private static void Append(MemoryStream lines, RunDocument run, IReadOnlyList<CsvColumn> columns)
    {
        foreach (var cell in run.Cells)
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    json.WritePropertyName(column.Name);
                    Write(json, column.Name, column.Value(cell));
                }

                json.WriteEndObject();
            }

            lines.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, string column, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case null or double:
                json.WriteNullValue();
                break;
            default:
                throw new InvalidOperationException($"Column {column} has a {value.GetType().Name}, which is not written as JSON.");
        }
    }
}
