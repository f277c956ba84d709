using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Time that passes only by waiting and by being spent.</summary>
/// <param name="wakeLatencyNs">How much later than asked every real wait ends.</param>
internal sealed class FakeRunClock(long wakeLatencyNs = 0) : IRunClock
{
    public long NowNs { get; private set; }

    public void Spend(long nanoseconds) => NowNs += nanoseconds;

    public void WaitUntil(long dueNs, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (dueNs > NowNs)
        {
            NowNs = dueNs + wakeLatencyNs;
        }
    }
}
