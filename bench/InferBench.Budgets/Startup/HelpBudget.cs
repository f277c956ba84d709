using InferBench.Budgets.Figures;
using InferBench.Budgets.Programs;

namespace InferBench.Budgets.Startup;

/// <summary>How long <c>inferbench --help</c> takes.</summary>
internal sealed class HelpBudget : IBudget
{
    private const int LeastRounds = 15;
    private const double LimitMilliseconds = 150;

    public string Name => "help";

    public string Description => "Wall time of inferbench --help.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        // The first one reads the files from the disk.
        ProgramRun.Time(ProgramRun.Cli, ["--help"]);
        var rounds = Enumerable.Range(0, Math.Max(options.Rounds, LeastRounds)).Select(_ => ProgramRun.Time(ProgramRun.Cli, ["--help"]).TotalMilliseconds);
        yield return new BudgetFigure("inferbench --help", "ms", Spread.Of(rounds), LimitMilliseconds);
    }
}
