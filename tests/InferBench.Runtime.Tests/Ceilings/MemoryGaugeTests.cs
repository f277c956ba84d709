using InferBench.Runtime.Ceilings;

namespace InferBench.Runtime.Tests.Ceilings;

public sealed class MemoryGaugeTests
{
    [Fact]
    public void After_Before_AreBothReadByTheCellsThreads()
    {
        var gauge = new MemoryGauge(TimeProvider.System);

        var speed = gauge.After(gauge.Before(2), 2)!;

        Assert.InRange(speed.BeforeBytesPerSecond, 1e8, 1e13);
        Assert.InRange(speed.AfterBytesPerSecond, 1e8, 1e13);
        Assert.True(speed.BlockBytes >= 128L << 20);
        Assert.Equal(2, speed.Threads);
    }

    [Fact]
    public void Before_RightAfterAnotherCell_TakesThatReading()
    {
        var gauge = new MemoryGauge(new StoppedTime());
        var first = gauge.After(gauge.Before(1), 1)!;

        Assert.Equal(first.AfterBytesPerSecond, gauge.Before(1));
        Assert.NotEqual(first.AfterBytesPerSecond, gauge.Before(2));
    }

    [Fact]
    public void After_NoReadingBefore_IsUnknown() => Assert.Null(new MemoryGauge(TimeProvider.System).After(null, 1));

    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
