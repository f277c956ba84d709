namespace InferBench.Core.Scenarios;

/// <summary>
/// Runs the queries of a Server schedule one batch after the other, first in first out, on the calling thread.
/// No second thread issues them: a query that is due while a batch runs has arrived, and waits. That gives the same latencies, counted from when
/// the query was due, and takes no core from the system under test. No decision looks at a query that is not yet due.
/// </summary>
/// <param name="clock">Started at the run's start.</param>
/// <param name="rule">When a batch is run.</param>
/// <param name="maxWaiting">Queries that may wait before no more are issued; null for no limit.</param>
public sealed class ServerDispatcher(IRunClock clock, BatchRule rule, long? maxWaiting = null)
{
    /// <summary>Allocates nothing between batches, so that no collection falls into a measured time.</summary>
    /// <param name="scheduleNs">When each query is due, ascending, at least one; see <see cref="PoissonArrivals.Schedule"/>.</param>
    /// <param name="operation">Runs a batch, and returns when its results are readable on the host.</param>
    /// <param name="cancellation">Ends the run between batches and while it waits.</param>
    /// <exception cref="OperationCanceledException">Cancelled; a run cut short has no result.</exception>
    public ServedQueries Run(IReadOnlyList<long> scheduleNs, Action<QueryBatch> operation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scheduleNs.Count);
        long[] due = [.. scheduleNs];
        var batches = new ServedBatch[due.Length];
        var end = due.Length;
        int first = 0, arrived = 0, served = 0;
        long freeNs = 0;
        while (first < end)
        {
            var readyNs = WaitForBatch(due.AsSpan(0, end), first, freeNs, cancellation);
            arrived = Arrived(due, arrived, end, clock.NowNs);
            if (arrived - first > maxWaiting)
            {
                end = arrived;
            }

            var batch = new QueryBatch(first, Math.Min(arrived - first, rule.MaxQueries));
            cancellation.ThrowIfCancellationRequested();
            var startedNs = clock.NowNs;
            operation(batch);
            freeNs = clock.NowNs;
            batches[served++] = new ServedBatch(batch, readyNs, startedNs, freeNs);
            first += batch.Count;
        }

        return new ServedQueries(due[..end], batches[..served], end < due.Length);
    }

    /// <returns>When the batch should be started: when the query that fills it was due, or its first had waited; not before the last batch was done.</returns>
    private long WaitForBatch(ReadOnlySpan<long> due, int first, long freeNs, CancellationToken cancellation)
    {
        var waitedNs = due[first] + rule.MaxWaitNs;
        var last = first + rule.MaxQueries - 1;
        var readyNs = Math.Max(freeNs, last < due.Length ? Math.Min(due[last], waitedNs) : waitedNs);
        clock.WaitUntil(readyNs, cancellation);
        return readyNs;
    }

    /// <summary>Index of the first query that is not yet due. Each is looked at once in a run, however many wait.</summary>
    private static int Arrived(long[] due, int next, int end, long nowNs)
    {
        while (next < end && due[next] <= nowNs)
        {
            next++;
        }

        return next;
    }
}
