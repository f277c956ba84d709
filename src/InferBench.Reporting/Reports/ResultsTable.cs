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
}
