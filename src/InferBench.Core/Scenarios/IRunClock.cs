namespace InferBench.Core.Scenarios;

/// <summary>The time of one run, in nanoseconds from its start, and how to wait for a point of it.</summary>
public interface IRunClock
{
    /// <summary>Never decreases.</summary>
    public long NowNs { get; }

    /// <summary>Returns once <see cref="NowNs"/> has reached <paramref name="dueNs"/>; at once where it has.</summary>
    /// <param name="dueNs">Nanoseconds from the start.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public void WaitUntil(long dueNs, CancellationToken cancellation);
}
