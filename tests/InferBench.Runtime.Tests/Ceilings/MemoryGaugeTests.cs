using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Devices;

namespace InferBench.Runtime.Tests.Ceilings;

public sealed class MemoryGaugeTests
{
    [Fact]
    public void After_Before_AreBothReadByTheCellsThreads()
    {
        using var gauge = new MemoryGauge(TimeProvider.System);

        var speed = gauge.After(gauge.Before(2), 2)!;

        Assert.InRange(speed.BeforeBytesPerSecond, 1e8, 1e13);
        Assert.InRange(speed.AfterBytesPerSecond, 1e8, 1e13);
        Assert.True(speed.BlockBytes > 127L << 20);
        Assert.Equal(2, speed.Threads);
    }

    [Fact]
    public void Before_RightAfterAnotherCell_TakesThatReading()
    {
        using var gauge = new MemoryGauge(new StoppedTime());
        var first = gauge.After(gauge.Before(1), 1)!;

        Assert.Equal(first.AfterBytesPerSecond, gauge.Before(1));
        Assert.NotEqual(first.AfterBytesPerSecond, gauge.Before(2));
    }

    [Fact]
    public void After_NoReadingBefore_IsUnknown()
    {
        using var gauge = new MemoryGauge(TimeProvider.System);

        Assert.Null(gauge.After(null, 1));
    }

    [Fact]
    public void WithoutBlock_PeakAfterTheBlock_IsLessByIt()
    {
        using var gauge = new MemoryGauge(TimeProvider.System);
        const long far = 1L << 50;
        Assert.Equal(far, gauge.WithoutBlock(far));

        var speed = gauge.After(gauge.Before(1), 1)!;

        Assert.Equal(far - speed.BlockBytes, gauge.WithoutBlock(far));
        Assert.Null(gauge.WithoutBlock(null));
    }

    [Fact]
    public void WithoutBlock_PeakFromBeforeTheBlock_StaysWhole()
    {
        if (ProcessMemory.PeakBytes() is not { } before)
        {
            return;
        }

        using var gauge = new MemoryGauge(TimeProvider.System);
        gauge.Before(1);

        Assert.Equal(before, gauge.WithoutBlock(before));
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
