using System.Diagnostics;
using InferBench.Bench.Harness;
using InferBench.Budgets.Figures;

namespace InferBench.Budgets.Recording;

/// <summary>What it takes to keep an operation's timestamps: of a workload that takes no time, so that all of it is the recorder's.</summary>
internal sealed class RecorderBudget : IBudget
{
    private const int Operations = 100_000;
    private const int Tokens = 64;

    public string Name => "recorder";

    public string Description => "Time and memory that the recorder takes for each operation of a workload that does nothing.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        // The first round finds code that is not yet optimised.
        var rounds = Enumerable.Range(0, options.Rounds + 1).Select(_ => (One: Round(1), Many: Round(Tokens))).Skip(1).ToList();
        yield return new BudgetFigure("recorder, null workload: each operation of one token", "ns", Spread.Of(rounds.Select(round => round.One.Nanoseconds)));
        yield return new BudgetFigure(
            "recorder, null workload: each further token's timestamp", "ns", Spread.Of(rounds.Select(round => (round.Many.Nanoseconds - round.One.Nanoseconds) / (Tokens - 1))));
        yield return new BudgetFigure("recorder, null workload: managed memory for each operation", "B", Spread.Of(rounds.Select(round => round.Many.Bytes)), Limit: 0);
    }

    private static (double Nanoseconds, double Bytes) Round(int tokens)
    {
        var recorder = new OperationRecorder(new NullWorkload(tokens), tokens);
        recorder.Reserve(new OperationCount(Operations, Operations), TimeSpan.FromHours(1));
        recorder.Measuring = true;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Operations; i++)
        {
            recorder.RunOne();
        }

        var time = Stopwatch.GetElapsedTime(began);
        return (time.TotalNanoseconds / Operations, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Operations);
    }
}
