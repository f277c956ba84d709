using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Time moves by a fixed step at every look, so that nothing here waits for real.</summary>
public sealed class SpinningClockTests
{
    [Theory]
    [InlineData(1_000_000_000, 250)]
    [InlineData(10_000_000, 25_000)]
    public void NowNs_TicksOfAnyFrequency_AreNanoseconds(long frequency, long expected)
    {
        var clock = new SpinningClock(new SteppingTime(frequency, step: 250));

        Assert.Equal(expected, clock.NowNs);
    }

    [Fact]
    public void WaitUntil_SpinsUntilTheTimeHasCome()
    {
        var clock = new SpinningClock(new SteppingTime(1_000_000_000, step: 100));

        clock.WaitUntil(1_000_000, CancellationToken.None);

        // One look ended the wait, and this is the next.
        Assert.Equal(1_000_100, clock.NowNs);
    }

    [Fact]
    public void WaitUntil_TimeThatHasPassed_LooksOnce()
    {
        var clock = new SpinningClock(new SteppingTime(1_000_000_000, step: 100));

        clock.WaitUntil(-5, CancellationToken.None);

        Assert.Equal(200, clock.NowNs);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(long.MaxValue)]
    public void WaitUntil_Cancelled_Ends(long dueNs)
    {
        var clock = new SpinningClock(new SteppingTime(1_000_000_000, step: 1));

        Assert.Throws<OperationCanceledException>(() => clock.WaitUntil(dueNs, new CancellationToken(canceled: true)));
    }

    private sealed class SteppingTime(long frequency, long step) : TimeProvider
    {
        private long _now = -step;

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => _now += step;
    }
}
