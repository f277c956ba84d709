using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class ServerDispatcherTests
{
    [Fact]
    public void Run_SystemFasterThanTheArrivals_StartsEachWhenItIsDue()
    {
        var served = Run([0, 100, 250], BatchRule.None, serviceNs: 40);

        Assert.Equal([0, 100, 250], served.Batches.Select(batch => batch.StartedNs));
        Assert.Equal([40, 40, 40], served.ToRun().LatenciesNs);
        Assert.Equal(290, served.ToRun().FinalQueryDoneNs);
        Assert.Equal(0, served.Lateness().MaxNs);
    }

    [Fact]
    public void Run_SystemSlowerThanTheArrivals_CountsTheWaiting()
    {
        var served = Run([0, 10, 20], BatchRule.None, serviceNs: 100);

        Assert.Equal([100, 190, 280], served.ToRun().LatenciesNs);
        Assert.Equal(0, served.Lateness().MaxNs);
    }

    [Fact]
    public void Run_WakesLate_IsTheDispatchersLatenessAndCountsToo()
    {
        var served = Run([0, 100, 105], BatchRule.None, serviceNs: 40, wakeLatencyNs: 7);

        // The first is due at once and the third while the second runs, so only the second is waited for.
        Assert.Equal([0, 7, 0], served.Batches.Select(batch => batch.LatenessNs));
        Assert.Equal([40, 47, 82], served.ToRun().LatenciesNs);
    }

    [Fact]
    public void Run_FullBatch_DoesNotWaitOnForMore()
    {
        var served = Run([0, 10, 20, 30], new BatchRule(3, 1_000), serviceNs: 5);

        Assert.Equal(new QueryBatch(0, 3), served.Batches[0].Batch);
        Assert.Equal(20, served.Batches[0].StartedNs);
    }

    [Fact]
    public void Run_BatchThatIsNotFull_StartsWhenItsFirstHasWaited()
    {
        var served = Run([100, 130, 200], new BatchRule(8, 50), serviceNs: 5);

        Assert.Equal([new QueryBatch(0, 2), new QueryBatch(2, 1)], served.Batches.Select(batch => batch.Batch));
        Assert.Equal([150, 250], served.Batches.Select(batch => batch.StartedNs));
    }

    [Fact]
    public void Run_QueriesThatArrivedMeanwhile_ShareTheNextBatch()
    {
        var served = Run([0, 10, 20, 30, 40], new BatchRule(3, 0), serviceNs: 100);

        Assert.Equal([1, 3, 1], served.Batches.Select(batch => batch.Batch.Count));
    }

    [Fact]
    public void Run_TooManyWaiting_ServesThoseAndIssuesNoMore()
    {
        // At 100 ns there are 1 .. 10 waiting; the limit is 9, and those that are due by then are still served.
        var schedule = Enumerable.Range(0, 1_000).Select(i => i * 10L).ToList();

        var served = Run(schedule, BatchRule.None, serviceNs: 100, maxWaiting: 9);

        Assert.True(served.EndedEarly);
        Assert.Equal(11, served.ScheduledNs.Count);
        Assert.Equal(11, served.Batches.Sum(batch => batch.Batch.Count));
    }

    [Fact]
    public void Run_AnyScheduleAndRule_ServesEachQueryOnceInOrderAndNeverEarly()
    {
        var gaps = Gen.Choose(0, 300).Select(gap => (long)gap).ArrayOf().Where(values => values.Length > 0).ToArbitrary();
        Prop.ForAll(gaps, Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (values, most, wait) =>
        {
            var schedule = values.Select((_, i) => values.Take(i).Sum()).ToList();
            var served = Run(schedule, new BatchRule(most, wait), serviceNs: 120, wakeLatencyNs: 3);

            var order = served.Batches.SelectMany(batch => Enumerable.Range(batch.Batch.First, batch.Batch.Count));
            return order.SequenceEqual(Enumerable.Range(0, schedule.Count))
                && served.Batches.All(batch => batch.Batch.Count <= most
                    && batch.StartedNs >= schedule[batch.Batch.First + batch.Batch.Count - 1]
                    && batch.LatenessNs is >= 0 and <= 3
                    && (batch.Batch.Count == most || batch.StartedNs >= schedule[batch.Batch.First] + wait))
                && served.Batches.Zip(served.Batches.Skip(1)).All(pair => pair.First.DoneNs <= pair.Second.StartedNs);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Run_Cancelled_StopsBeforeTheNextBatch()
    {
        using var cancellation = new CancellationTokenSource();
        var served = 0;

        Assert.Throws<OperationCanceledException>(() => new ServerDispatcher(new FakeRunClock(), BatchRule.None).Run(
            [0, 10, 20],
            _ =>
            {
                served++;
                cancellation.Cancel();
            },
            cancellation.Token));

        Assert.Equal(1, served);
    }

    [Fact]
    public void Run_ManyQueries_AllocatesNothingForEach()
    {
        var schedule = Enumerable.Range(0, 20_000).Select(i => i * 10L).ToList();
        var allocated = new long[schedule.Count];
        var clock = new FakeRunClock();

        new ServerDispatcher(clock, BatchRule.None).Run(schedule, batch => allocated[batch.First] = GC.GetAllocatedBytesForCurrentThread(), CancellationToken.None);

        // An object for each query would be 24 bytes or more for each; the runtime's own doings may book something on a thread now and then.
        Assert.InRange(allocated[^1] - allocated[100], 0, schedule.Count);
    }

    private static ServedQueries Run(IReadOnlyList<long> schedule, BatchRule rule, long serviceNs, long wakeLatencyNs = 0, long? maxWaiting = null)
    {
        var clock = new FakeRunClock(wakeLatencyNs);
        return new ServerDispatcher(clock, rule, maxWaiting).Run(schedule, _ => clock.Spend(serviceNs), CancellationToken.None);
    }
}
