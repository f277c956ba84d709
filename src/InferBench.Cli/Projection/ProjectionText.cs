using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Economics.Projection;
using InferBench.Reporting.Text;
using Spectre.Console;

namespace InferBench.Cli.Projection;

/// <summary>A projection in words and tables, each of which says that it is one.</summary>
internal static class ProjectionText
{
    private const int MostPublished = 5;

    public static void Show(Screen screen, ProjectionReport report)
    {
        screen.Line($"PROJECTED from run {SafeText.Of(report.Run)} to {SafeText.Of(report.Target)}: computed, not measured");
        foreach (var basis in report.TargetBasis)
        {
            screen.Line($"  {SafeText.Of(basis)}");
        }

        foreach (var critical in report.CriticalBatches)
        {
            screen.Line(Text($"  {SafeText.Of(critical.Precision)}: matrix products, not memory, set the pace from batch {critical.Batch:#,0} on (by the figures above, cache left out)"));
        }

        Cells(screen, report);
        if (report.Checked is { } compared)
        {
            Checked(screen, report, compared);
        }

        foreach (var skipped in report.Skipped)
        {
            screen.Line($"not projected: {SafeText.Of(skipped.Cell.ToString())}: {SafeText.Of(skipped.Reason)}");
        }

        foreach (var line in report.Published.Take(MostPublished))
        {
            screen.Line($"published by others on that device (another model or engine: a cross-check only): {SafeText.Of(line)}");
        }

        foreach (var assumption in report.Assumptions)
        {
            screen.Line($"assumed: {assumption}");
        }

        screen.Line($"catalog {report.CatalogVersion}");
    }

    private static void Cells(Screen screen, ProjectionReport report)
    {
        var table = Table("cell", "TPOT ms here", "MBU", "MFU", "projected TPOT ms", "projected TTFT ms", "projected output tok/s", "bound by", "fits");
        foreach (var cell in report.Cells)
        {
            table.AddRow(
                Name(cell.Cell, cell.Suspect),
                Figures.Milliseconds(cell.MeasuredTpotNs),
                Figures.Percent(cell.BandwidthUse) + (cell.BandwidthUseBatch == cell.Cell.Batch ? "" : Text($" (b{cell.BandwidthUseBatch})")),
                cell.ComputeUse is { } use ? Figures.Percent(use) : Figures.Missing,
                Figures.Milliseconds(cell.TpotNs),
                Figures.Milliseconds(cell.TtftNs),
                Figures.Number(cell.OutputTokensPerSecond),
                cell.ComputeBound switch { true => "compute", false => "memory", null => "memory only" },
                cell.Fits switch { true => "yes", false => "NO", null => Figures.Missing });
        }

        screen.Console.Write(table);
    }

    private static void Checked(Screen screen, ProjectionReport report, IReadOnlyList<CheckedCell> compared)
    {
        screen.Line($"checked against run {SafeText.Of(report.CheckedAgainst!)}, measured there:");
        var table = Table("cell", "projected TPOT ms", "measured", "error", "projected TTFT ms", "measured", "error");
        foreach (var cell in compared)
        {
            table.AddRow(
                Name(cell.Cell, cell.Suspect),
                Figures.Milliseconds(cell.Projected.TpotNs),
                Figures.Milliseconds(cell.MeasuredTpotNs),
                Signed(cell.TpotError),
                Figures.Milliseconds(cell.Projected.TtftNs),
                Figures.Milliseconds(cell.MeasuredTtftNs),
                cell.TtftError is { } error ? Signed(error) : Figures.Missing);
        }

        screen.Console.Write(table);
        screen.Line(Error("TPOT", report.TpotError));
        screen.Line(Error("TTFT", report.TtftError));
    }

    private static string Name(Core.Plans.Cell cell, bool suspect) => Spectre.Console.Markup.Escape(SafeText.Of(cell.ToString())) + (suspect ? " SUSPECT" : "");

    private static string Error(string name, ProjectionError? error) => error is null
        ? $"error of the projected {name}: none was projected"
        : Text($"error of the projected {name}: median {Figures.Percent(error.MedianAbsolute)}, largest {Figures.Percent(error.LargestAbsolute)}, over {error.Cells} cells");

    private static string Signed(double fraction) => (fraction * 100).ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture) + " %";

    private static Table Table(string first, params ReadOnlySpan<string> numbers)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(first) { NoWrap = true });
        foreach (var name in numbers)
        {
            table.AddColumn(new TableColumn(name) { NoWrap = true, Alignment = Justify.Right });
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
