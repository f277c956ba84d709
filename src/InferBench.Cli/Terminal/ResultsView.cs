using InferBench.Reporting.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InferBench.Cli.Terminal;

/// <summary>A run's table on a screen: as wide as the screen allows, whole figures only.</summary>
internal static class ResultsView
{
    /// <summary>Space and border that a column takes beside its text.</summary>
    private const int Padding = 3;

    /// <summary>What a narrow screen loses, first to last; everything is in the report.</summary>
    private static readonly string[] LeastNeeded = ["n", "input tok/s", "decode tok/s", "tok/s/user", "TTFT ms", "TPOT ms", "latency P90 ms", "± 95 %", "vs fp32", "inputs", "threads", "gen tok", "prompt tok"];

    public static IRenderable Of(ResultsTable table, int width)
    {
        var columns = Fitting(table, width);
        var shown = new Table { Border = TableBorder.Simple };
        foreach (var index in columns)
        {
            var column = table.Columns[index];
            shown.AddColumn(new TableColumn(Markup.Escape(column.Name)) { NoWrap = true, Alignment = column.Numeric ? Justify.Right : Justify.Left });
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. columns.Select(index => new Text(row.Values[index]))]);
        }

        return shown;
    }

    /// <summary>Indices of the columns that are shown.</summary>
    internal static IReadOnlyList<int> Fitting(ResultsTable table, int width)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).ToList();
        foreach (var name in LeastNeeded)
        {
            if (columns.Sum(index => Width(table, index)) + 1 <= width)
            {
                break;
            }

            columns.RemoveAll(index => table.Columns[index].Name == name);
        }

        return columns;
    }

    private static int Width(ResultsTable table, int index) =>
        Math.Max(table.Columns[index].Name.Length, table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row.Values[index].Length)) + Padding;
}
