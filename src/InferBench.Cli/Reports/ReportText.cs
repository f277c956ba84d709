using InferBench.Cli.Terminal;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;
using Spectre.Console;

namespace InferBench.Cli.Reports;

/// <summary>What <c>inferbench report</c> shows.</summary>
internal static class ReportText
{
    public static void Show(Screen screen, ReportOutcome outcome)
    {
        screen.Line(outcome.Answer);
        if (outcome.Runs.Count > 1)
        {
            screen.Console.Write(Machines(outcome.Lines));
        }

        foreach (var file in outcome.Files)
        {
            screen.Line($"written: {file}");
        }
    }

    private static Table Machines(IReadOnlyList<MachineLine> lines)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, numeric) in ((string, bool)[])[("machine", false), ("model", false), ("precision", false), ("batch", true), ("$/M", true), ("± 95 %", true), ("tok/s/user", true), ("validity", false)])
        {
            table.AddColumn(new TableColumn(name) { NoWrap = numeric, Alignment = numeric ? Justify.Right : Justify.Left });
        }

        foreach (var line in lines)
        {
            table.AddRow(
                new Text(line.Machine),
                new Text(SafeText.Shortened(line.Model, 40)),
                new Text(SafeText.Shortened(line.Precision, 40)),
                new Text(Figures.Whole(line.Batch)),
                new Text(Figures.Usd(line.UsdPerMillion.Value)),
                new Text(Figures.HalfWidth(line.UsdPerMillion)),
                new Text(Figures.Number(line.PerUserTokensPerSecond?.Value)),
                new Text(line.Valid ? "valid" : "suspect"));
        }

        return table;
    }
}
