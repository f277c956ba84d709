using InferBench.Bench.Tests.Fakes;
using InferBench.Core.Runs;
using InferBench.Runtime.Ceilings;

namespace InferBench.Bench.Tests.Cells;

[Collection(BenchmarkDotNetCollection.Name)]
public sealed class CellRunnerTests
{
    private static readonly TimeSpan Cost = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void Measure_NullWorkload_CountsAsManyOperationsAsItHasSamples()
    {
        var workload = new FakeWorkload(Measured.Tokens);

        var measurement = Measured.Run(workload, Measured.Quick with { MinOperations = 10 });

        Assert.Equal(10, measurement.Samples.Count);
        Assert.All(measurement.Samples, sample => Assert.Equal(Measured.Tokens, sample.Generated));
    }

    [Fact]
    public void Measure_NullWorkload_CountsNoWarmup()
    {
        var workload = new FakeWorkload(Measured.Tokens);

        var measurement = Measured.Run(workload, Measured.Quick with { MinOperations = 10, MinWarmup = 5 });

        // BenchmarkDotNet's jitting stage runs one operation of its own.
        Assert.True(measurement.Warmup.Operations >= 5);
        Assert.Equal(measurement.Samples.Count + measurement.Warmup.Operations + 1, workload.Operations);
    }

    [Fact]
    public void Measure_NullWorkload_AllocatesNothing() =>
        Assert.Equal(0, Measured.Run(new FakeWorkload(Measured.Tokens), Measured.Quick).ManagedBytesPerToken);

    [Fact]
    public void Measure_OnTheHost_ReadsTheMemorysSpeedBeforeAndAfter()
    {
        using var gauge = new MemoryGauge(TimeProvider.System);

        var memory = Measured.Run(new FakeWorkload(Measured.Tokens), Measured.Quick, gauge).Memory!;

        Assert.True(memory.BeforeBytesPerSecond > 0 && memory.AfterBytesPerSecond > 0);
        Assert.Equal(Measured.Cell("k").Cell.Threads, memory.Threads);
    }

    [Fact]
    public void Measure_WorkloadAllocates_SaysHowMuch()
    {
        var workload = new FakeWorkload(Measured.Tokens) { During = _ => GC.KeepAlive(new byte[1000]) };

        var measurement = Measured.Run(workload, Measured.Quick);

        Assert.InRange(measurement.ManagedBytesPerToken, 1000.0 / Measured.Tokens, 1100.0 / Measured.Tokens);
    }

    [Fact]
    public void Measure_OneShotWorkload_HasNoIdsAndNoCache()
    {
        var report = new OneShotReport("x=float32[1]", InputSource.MadeUp, [], Bound: true);

        var measurement = Measured.Run(new FakeWorkload(Measured.Tokens) { OneShot = report }, Measured.Quick);

        Assert.Same(report, measurement.OneShot);
        Assert.Equal((null, null, null), (measurement.OutputIds, measurement.DistinctOutputIds, measurement.KvCacheBytes));
        Assert.True(measurement.OutputStable);
    }

    [Fact]
    public void Measure_Samples_AreInOrderFromTimeZero()
    {
        var samples = Measured.Run(new FakeWorkload(Measured.Tokens) { Cost = _ => TimeSpan.FromMilliseconds(1) }, Measured.Quick).Samples;

        Assert.Equal(0, samples[0].StartNs);
        for (var i = 1; i < samples.Count; i++)
        {
            Assert.True(samples[i].StartNs >= samples[i - 1].StartNs + samples[i - 1].EndToEndNs);
        }
    }

    [Fact]
    public void Measure_KnownCost_EverySampleHoldsIt()
    {
        var samples = Measured.Run(new FakeWorkload(Measured.Tokens) { Cost = _ => Cost }, Measured.Quick).Samples;

        Assert.All(samples, sample => Assert.True(sample.TimeToFirstTokenNs >= Cost.TotalNanoseconds));
    }

    [Fact]
    public void Measure_KnownCost_StartsNoOperationAfterTheBudget()
    {
        // Uneven, so that the interval is never inside the target.
        var workload = new FakeWorkload(Measured.Tokens) { Cost = n => (1 + (n % 2)) * Cost };

        var measurement = Measured.Run(workload, Measured.Quick with { SecondsPerCell = 0.2, MaxOperations = 1000 });

        Assert.Equal(StopReason.Budget, measurement.Stop);
        Assert.InRange(measurement.Samples.Count, 3, 21);
        Assert.True(measurement.Samples[^1].StartNs <= 5 * 0.2e9);
    }

    [Fact]
    public void Measure_BudgetBelowOneOperation_StillMakesTheLeast()
    {
        var workload = new FakeWorkload(Measured.Tokens) { Cost = _ => Cost };

        var measurement = Measured.Run(workload, Measured.Quick with { SecondsPerCell = 0.01, MinOperations = 4 });

        Assert.Equal(4, measurement.Samples.Count);
    }

    [Fact]
    public void Measure_HighestCountIsReached_SaysSo()
    {
        var workload = new FakeWorkload(Measured.Tokens) { Cost = n => TimeSpan.FromMilliseconds(1 + (n % 2)) };

        var measurement = Measured.Run(workload, Measured.Quick with { SecondsPerCell = 10, MaxOperations = 6 });

        Assert.Equal(StopReason.Maximum, measurement.Stop);
        Assert.Equal(6, measurement.Samples.Count);
    }

    [Fact]
    public void Measure_WideTarget_StopsAtTheLeast()
    {
        var workload = new FakeWorkload(Measured.Tokens) { Cost = _ => Cost };

        var measurement = Measured.Run(workload, Measured.Quick with { TargetInterval = 1, SecondsPerCell = 10, MaxOperations = 500, MinOperations = 5 });

        Assert.Equal(StopReason.Interval, measurement.Stop);
        Assert.InRange(measurement.Samples.Count, 5, 50);
    }

    [Fact]
    public void Measure_OutputChanges_IsNotStable()
    {
        var workload = new FakeWorkload(Measured.Tokens) { Fingerprint = operations => operations % 2 };

        Assert.False(Measured.Run(workload, Measured.Quick).OutputStable);
    }

    [Fact]
    public void Measure_OutputStays_IsStable() => Assert.True(Measured.Run(new FakeWorkload(Measured.Tokens), Measured.Quick).OutputStable);

    [Fact]
    public void Measure_Done_GivesTheWorkloadBack()
    {
        var workload = new FakeWorkload(Measured.Tokens);

        Measured.Run(workload, Measured.Quick);

        Assert.True(workload.IsDisposed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Measure_WorkloadThrows_ThrowsItsMessageAndGivesTheWorkloadBack(int operation)
    {
        var workload = new FakeWorkload(Measured.Tokens)
        {
            During = n => _ = n == operation ? throw new InvalidOperationException("the device is gone") : 0,
        };

        var thrown = Assert.Throws<InvalidOperationException>(() => Measured.Run(workload, Measured.Quick));

        Assert.Equal("the device is gone", thrown.Message);
        Assert.True(workload.IsDisposed);
    }
}
