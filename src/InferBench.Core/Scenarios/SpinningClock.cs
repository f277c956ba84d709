namespace InferBench.Core.Scenarios;

/// <summary>
/// Sleeps while the time is far, and spins through the last of it: a sleeping thread is woken tens of microseconds late on Linux and
/// milliseconds late on Windows, which at thousands of queries per second would be measured as latency. Spinning keeps one core busy, and only
/// while there is nothing to do. The run starts when the clock is made.
/// </summary>
/// <param name="time">Where the time comes from; its timestamps must be fine, as those of <see cref="TimeProvider.System"/> are.</param>
public sealed class SpinningClock(TimeProvider time) : IRunClock
{
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const int SpinsPerLook = 8;

    /// <summary>A sleep lasts up to two ticks of the system's timer longer than asked: of 1 ms, or of 15.6 ms on Windows.</summary>
    private static readonly long SpinNs = (OperatingSystem.IsWindows() ? 32 : 2) * NanosecondsPerMillisecond;

    private readonly long _start = time.GetTimestamp();

    public long NowNs => (long)((Int128)(time.GetTimestamp() - _start) * 1_000_000_000 / time.TimestampFrequency);

    public void WaitUntil(long dueNs, CancellationToken cancellation)
    {
        while (dueNs - NowNs is > 0 and var left)
        {
            cancellation.ThrowIfCancellationRequested();
            if (left > SpinNs + NanosecondsPerMillisecond)
            {
                cancellation.WaitHandle.WaitOne((int)Math.Min((left - SpinNs) / NanosecondsPerMillisecond, int.MaxValue));
            }
            else
            {
                Thread.SpinWait(SpinsPerLook);
            }
        }
    }
}
