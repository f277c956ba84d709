using InferBench.Cli.Terminal;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;
using Spectre.Console;

namespace InferBench.Cli.Catalog;

/// <summary>A list of the catalog: a table for the person, and the entries behind it.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells.</param>
/// <param name="Notes">Lines below the table.</param>
/// <param name="Entries">The entries that the rows are of.</param>
internal sealed record CatalogList(IReadOnlyList<CatalogColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes, IReadOnlyList<CatalogEntry> Entries)
{
    public void Show(Screen screen)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(column.Name) { NoWrap = true, Alignment = column.Number ? Justify.Right : Justify.Left });
        }

        foreach (var row in Rows)
        {
            table.AddRow(row.Select(cell => new Text(SafeText.Of(cell))));
        }

        screen.Console.Write(table);
        foreach (var note in Notes)
        {
            screen.Line(SafeText.Of(note));
        }
    }
}
