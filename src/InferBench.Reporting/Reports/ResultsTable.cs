using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>
/// A run's cells as text: the one place where its figures are formatted, for the console, Markdown and HTML alike.
/// Names are cleaned but not escaped.
/// </summary>
/// <param name="Columns">Columns with their units.</param>
/// <param name="Rows">Every planned cell, in the order of the run, whatever became of it.</param>
/// <param name="Constants">Columns that were left out because every cell has the same value there.</param>
public sealed record ResultsTable(
    IReadOnlyList<ResultsColumn> Columns,
    IReadOnlyList<ResultsRow> Rows,
    IReadOnlyList<KeyValuePair<string, string>> Constants)
{
    /// <param name="run">The run.</param>
    /// <param name="hideConstants">
    /// Leave out columns that say what was measured, not how it went, and have one value only, as llama-bench does.
    /// </param>
    public static ResultsTable From(RunDocument run, bool hideConstants = false)
    {
        var fields = ResultsFields.Of(run);
        var texts = run.Cells.Select(cell => fields.Select(field => field.Text(cell)).ToList()).ToList();
        var shown = Enumerable.Range(0, fields.Count).ToList();
        var constants = new List<KeyValuePair<string, string>>();

        foreach (var index in Enumerable.Range(0, fields.Count))
        {
            var values = texts.Select(row => row[index]).Distinct(StringComparer.Ordinal).Take(2).ToList();
            if ((fields[index].OnlyWhereItVaries && values.Count < 2) || (fields[index].OnlyWhereKnown && values is [] or [Figures.Missing]))
            {
                shown.Remove(index);
            }
            else if (hideConstants && fields[index].IsPlanned && run.Cells.Count > 1 && values.Count == 1)
            {
                shown.Remove(index);
                constants.Add(new(fields[index].Column.Name, values[0]));
            }
        }

        return new(
            [.. shown.Select(index => fields[index].Column)],
            [.. run.Cells.Zip(texts, (cell, row) => new ResultsRow(cell, [.. shown.Select(index => row[index])], CellReasons.Of(cell)))],
            constants);
    }

    /// <summary>
    /// The cells of several runs in one table, machine first. A run that lacks a column has dashes there; what all cells agree on is left out.
    /// </summary>
    /// <param name="runs">The runs.</param>
    public static ResultsTable From(IReadOnlyList<RunDocument> runs)
    {
        var tables = runs.Select(run => From(run)).ToList();
        var machines = MachineLabels.Of(runs);
        var last = tables.SelectMany(table => table.Columns).Last();
        List<ResultsColumn> columns = [new("machine", Numeric: false, Choice: true), .. tables.SelectMany(table => table.Columns).Where(column => column != last).Distinct(), last];
        var rows = tables.SelectMany((table, index) =>
        {
            var places = columns.Select(column => table.Columns.ToList().IndexOf(column)).ToList();
            return table.Rows.Select(row => row with { Values = [.. places.Select((place, column) => column == 0 ? machines[index] : place < 0 ? Figures.Missing : row.Values[place])] });
        }).ToList();

        var constants = rows.Count < 2 ? [] : Enumerable.Range(0, columns.Count).Where(column => columns[column].Choice && column < columns.Count - 1
            && rows.All(row => row.Values[column] == rows[0].Values[column])).ToList();
        var shown = Enumerable.Range(0, columns.Count).Except(constants).ToList();
        return new(
            [.. shown.Select(column => columns[column])],
            [.. rows.Select(row => row with { Values = [.. shown.Select(column => row.Values[column])] })],
            [.. constants.Select(column => new KeyValuePair<string, string>(columns[column].Name, rows[0].Values[column]))]);
    }
}
