using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Budgets.Programs;
using InferBench.Core.Journals;
using InferBench.Core.Runs;

namespace InferBench.Budgets.Sweeps;

/// <summary>Wall time of a default sweep over the time that it spent in measured operations and their warm-up.</summary>
internal sealed class SweepBudget : IBudget
{
    private const double Limit = 1.25;
    private const double DefaultRunLimitSeconds = 180;
    private const string DefaultModel = "llama-110m";

    public string Name => "sweep";

    public string Description => "Wall time of a sweep over the time spent in measured operations and their warm-up.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        foreach (var model in options.Full ? (string[])["llama-15m", DefaultModel] : ["llama-15m"])
        {
            (string, string) cache = ("INFERBENCH_CACHE", scratch.Models);
            var build = ProgramRun.Time(ProgramRun.Cli, ["models", "build", model], cache);
            var (wall, work, cells) = Sweep(model, scratch, cache);
            yield return new BudgetFigure(
                $"sweep of {model}, wall over operations and warm-up", "×", Spread.Of([wall / work]), Limit,
                Detail: Text($"{cells} cells, {wall.TotalSeconds:0.0} s wall, {work.TotalSeconds:0.0} s in operations and warm-up"));
            if (model == DefaultModel)
            {
                yield return new BudgetFigure(
                    "the default run, models built first", "s", Spread.Of([(build + wall).TotalSeconds]), DefaultRunLimitSeconds,
                    Detail: Text($"{build.TotalSeconds:0.0} s of it to build the models"));
            }
        }
    }

    private static (TimeSpan Wall, TimeSpan Work, int Cells) Sweep(string model, Scratch scratch, (string Name, string Value) cache)
    {
        var results = scratch.NewPath("");
        var wall = ProgramRun.Time(ProgramRun.Cli, ["run", "--model", model, "--results", results], cache);
        var journal = RunFolder.Open(results, Directory.GetDirectories(results).Single()).Journal;
        var measured = JournalReader.Read(journal).OfType<CellMeasuredRow>().Select(row => row.Measurement).ToList();
        var work = measured.Sum(cell => (cell.Warmup.Ns + cell.Samples.Sum(sample => sample.EndToEndNs)) / 1e3);
        return (wall, TimeSpan.FromMicroseconds(work), measured.Count);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
