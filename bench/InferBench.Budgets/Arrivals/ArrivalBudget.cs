using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Core.Scenarios;

namespace InferBench.Budgets.Arrivals;

/// <summary>How late the dispatcher of the Server scenario starts queries: of a system that takes no time, so that every one is waited for.</summary>
internal sealed class ArrivalBudget : IBudget
{
    private const double TargetQps = 2_000;
    private const double MicrosecondsOver = 1e3;

    public string Name => "arrivals";

    public string Description => "Lateness of Poisson arrivals at 2,000 queries per second.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        var rounds = Enumerable.Range(0, options.Rounds).Select(round => Lateness((ulong)round, options.Full ? 10_000 : 2_000)).ToList();
        yield return new BudgetFigure(
            "arrivals at 2,000 queries/s, P99 lateness", "µs", Spread.Of(rounds.Select(late => late.PercentileNs(0.99) / MicrosecondsOver)), Limit: 100,
            Detail: string.Create(
                CultureInfo.InvariantCulture,
                $"median {Spread.MedianOf(rounds.Select(late => late.PercentileNs(0.5) / MicrosecondsOver)):0.00} µs, longest {rounds.Max(late => late.MaxNs) / MicrosecondsOver:0} µs"));
    }

    private static LatencyFigures Lateness(ulong seed, long milliseconds)
    {
        var schedule = PoissonArrivals.Schedule(seed, TargetQps, milliseconds, minQueryCount: 1);
        return new ServerDispatcher(new SpinningClock(TimeProvider.System), BatchRule.None).Run(schedule, _ => { }, CancellationToken.None).Lateness();
    }
}
