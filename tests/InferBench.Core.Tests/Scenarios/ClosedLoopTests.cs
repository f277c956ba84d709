using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class ClosedLoopTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void Stream_SingleStream_IssuesTheNextWhenTheLastIsDone()
    {
        var settings = ScenarioSettings.For(LoadScenario.SingleStream) with { MinDurationMs = 0, MinQueryCount = 3 };

        var served = Stream(settings, mostTogether: 1, serviceNs: 40);

        Assert.Equal([0, 40, 80], served.ScheduledNs);
        Assert.Equal([40, 40, 40], served.ToRun().LatenciesNs);
    }

    [Fact]
    public void Stream_EnoughQueries_GoesOnUntilTheLastIsIssuedLateEnough()
    {
        var settings = ScenarioSettings.For(LoadScenario.SingleStream) with { MinDurationMs = 10, MinQueryCount = 2 };

        var served = Stream(settings, mostTogether: 1, serviceNs: 4 * Millisecond);

        Assert.Equal([0, 4 * Millisecond, 8 * Millisecond, 12 * Millisecond], served.ScheduledNs);
    }

    [Fact]
    public void Stream_MultiStreamBeyondTheLargestBatch_CountsEverySampleFromItsQuery()
    {
        var settings = ScenarioSettings.For(LoadScenario.MultiStream) with { MinDurationMs = 0, MinQueryCount = 2, SamplesPerQuery = 5 };

        var served = Stream(settings, mostTogether: 2, serviceNs: 10);

        Assert.Equal([2, 2, 1, 2, 2, 1], served.Batches.Select(batch => batch.Batch.Count));
        Assert.Equal([10, 10, 20, 20, 30, 10, 10, 20, 20, 30], served.ToRun().LatenciesNs);
    }

    [Fact]
    public void Offline_Samples_AreAllDueAtTheStart()
    {
        var clock = new FakeRunClock();

        var run = new ClosedLoop(clock, mostTogether: 4).Offline(6, _ => clock.Spend(100), CancellationToken.None).ToRun();

        Assert.Equal([100, 100, 100, 100, 200, 200], run.LatenciesNs);
        Assert.Equal(200, run.FinalQueryDoneNs);
    }

    [Fact]
    public void Stream_Cancelled_StopsBeforeTheNextQuery()
    {
        using var cancellation = new CancellationTokenSource();
        var served = 0;

        Assert.Throws<OperationCanceledException>(() => new ClosedLoop(new FakeRunClock(), 1).Stream(
            ScenarioSettings.For(LoadScenario.SingleStream),
            _ =>
            {
                served++;
                cancellation.Cancel();
            },
            cancellation.Token));

        Assert.Equal(1, served);
    }

    private static ServedQueries Stream(ScenarioSettings settings, int mostTogether, long serviceNs)
    {
        var clock = new FakeRunClock();
        return new ClosedLoop(clock, mostTogether).Stream(settings, _ => clock.Spend(serviceNs), CancellationToken.None);
    }
}
