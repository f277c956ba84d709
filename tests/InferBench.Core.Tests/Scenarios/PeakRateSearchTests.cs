using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>The system under test is a queue with a fixed service time (M/D/1), served in fake time by the dispatcher itself.</summary>
public sealed class PeakRateSearchTests
{
    private const long ServiceNs = 10_000_000;

    /// <summary>The seed of MLPerf's v6.1 schedule.</summary>
    private const ulong Seed = 16159082839903944936;

    private static readonly ScenarioSettings Settings = ScenarioSettings.For(LoadScenario.Server) with
    {
        TargetQps = 10, MinDurationMs = 60_000, TargetLatencyNs = 100_000_000, ScheduleSeed = Seed,
    };

    [Fact]
    public void Find_FixedServiceTime_EndsOnAValidRateJustBelowOneThatIsNot()
    {
        var peak = new PeakRateSearch(Settings).Find(settings => Serve(settings, BatchRule.None, _ => ServiceNs), CancellationToken.None);

        Assert.True(peak.Best!.Result.Valid);
        Assert.True(peak.Bounded);
        Assert.InRange(peak.Best.TargetQps, 50, 100);
        var over = peak.Trials.Where(trial => !trial.Result.Valid).Min(trial => trial.TargetQps);
        Assert.InRange(over / peak.Best.TargetQps, 1, 1.01);
    }

    [Fact]
    public void Find_RateThatThePlainPercentilePasses_IsNotTakenWhereEarlyStoppingFails()
    {
        var peak = new PeakRateSearch(Settings) { Precision = 1.001 }.Find(settings => Serve(settings, BatchRule.None, _ => ServiceNs), CancellationToken.None);

        // Just above the best there are rates whose 99th percentile is within the limit, with too many queries over it.
        Assert.Contains(peak.Trials, trial => trial.Result is { LatencyMet: true, EarlyStoppingMet: false } && trial.TargetQps > peak.Best!.TargetQps);
    }

    [Fact]
    public void Find_BatchesThatCostLittleMore_ReachAHigherRate()
    {
        var alone = new PeakRateSearch(Settings).Find(settings => Serve(settings, BatchRule.None, _ => ServiceNs), CancellationToken.None);

        var together = new PeakRateSearch(Settings).Find(
            settings => Serve(settings, new BatchRule(8, 5_000_000), queries => ServiceNs + (1_000_000L * (queries - 1))), CancellationToken.None);

        Assert.True(together.Best!.TargetQps > 3 * alone.Best!.TargetQps, $"{together.Best.TargetQps} against {alone.Best.TargetQps}");
    }

    [Fact]
    public void Find_BeginsTooHigh_ComesDown()
    {
        var peak = new PeakRateSearch(Settings with { TargetQps = 1_600 }).Find(settings => Serve(settings, BatchRule.None, _ => ServiceNs), CancellationToken.None);

        Assert.InRange(peak.Best!.TargetQps, 50, 100);
    }

    [Fact]
    public void Find_NoQueryWithinTheLimit_HasNoBest()
    {
        var peak = new PeakRateSearch(Settings) { MaxTrials = 5 }.Find(settings => Serve(settings, BatchRule.None, _ => 200_000_000), CancellationToken.None);

        Assert.Null(peak.Best);
        Assert.Equal(5, peak.Trials.Count);
    }

    [Fact]
    public void Find_SystemThatIsNeverTooSlow_SaysThatItIsNotBounded()
    {
        var peak = new PeakRateSearch(Settings with { MinDurationMs = 0 }) { MaxTrials = 6 }.Find(settings => Serve(settings, BatchRule.None, _ => 0), CancellationToken.None);

        Assert.False(peak.Bounded);
        Assert.Equal(320, peak.Best!.TargetQps);
    }

    [Fact]
    public void Find_SameSystem_TriesTheSameRates()
    {
        var runs = Enumerable.Range(0, 2).Select(_ => new PeakRateSearch(Settings).Find(settings => Serve(settings, BatchRule.None, _ => ServiceNs), CancellationToken.None));

        Assert.Single(runs.Select(run => string.Join(' ', run.Trials.Select(trial => trial.TargetQps))).Distinct());
    }

    private static ScenarioRun Serve(ScenarioSettings settings, BatchRule rule, Func<int, long> serviceNs)
    {
        var clock = new FakeRunClock();
        var schedule = PoissonArrivals.Schedule(settings.ScheduleSeed, settings.TargetQps, settings.MinDurationMs, settings.MinQueryCount);
        return new ServerDispatcher(clock, rule, maxWaiting: 1_000).Run(schedule, batch => clock.Spend(serviceNs(batch.Count)), CancellationToken.None).ToRun();
    }
}
