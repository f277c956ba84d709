using System.Globalization;
using System.Text.Json;
using InferBench.Budgets.Figures;
using InferBench.Budgets.Programs;
using InferBench.Core.Json;
using InferBench.Core.Verification;

namespace InferBench.Budgets.Reports;

/// <summary>How long <c>inferbench report</c> takes over a run of ten thousand cells, and how much memory: reading, every report, every chart.</summary>
internal sealed class ReportBudget : IBudget
{
    private const int Cells = 10_000;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 500;

    public string Name => "report";

    public string Description => "Time and memory of inferbench report over 10,000 cells.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        var folder = scratch.NewPath("");
        Directory.CreateDirectory(folder);
        var document = Path.Combine(folder, "run.json");
        using (var file = File.Create(document))
        {
            JsonSerializer.Serialize(file, RunDigest.Sealed(ManyCells.Run(Cells)), CoreJson.Default.RunDocument);
        }

        // In a process of its own, which reads the document too: its peak is the system's own count.
        var runs = Enumerable.Range(0, options.Rounds).Select(_ => ProgramRun.Watch(ProgramRun.Cli, ["report", folder])).ToList();
        var sizes = string.Create(
            CultureInfo.InvariantCulture,
            $"{new FileInfo(document).Length / 1e6:0} MB of run.json read; report.html has {new FileInfo(Path.Combine(folder, "report.html")).Length / 1e6:0.0} MB");
        yield return new BudgetFigure("inferbench report, 10,000 cells", "s", Spread.Of(runs.Select(run => run.Wall.TotalSeconds)), MostSeconds, Detail: sizes);
        yield return new BudgetFigure("inferbench report, 10,000 cells, peak memory", "MB", Spread.Of(runs.Select(run => run.PeakBytes / 1e6)), MostMegabytes, Detail: "resident");
    }
}
