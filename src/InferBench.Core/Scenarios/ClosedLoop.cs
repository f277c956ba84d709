namespace InferBench.Core.Scenarios;

/// <summary>
/// Runs the scenarios in which queries do not arrive by themselves: SingleStream and MultiStream, where the next is issued when the last is done,
/// and Offline, where all samples are there at the start. On the calling thread.
/// </summary>
/// <param name="clock">Started at the run's start.</param>
/// <param name="mostTogether">Samples that can be run as one batch, 1 or more.</param>
public sealed class ClosedLoop(IRunClock clock, int mostTogether)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Issues queries until there are enough and the last was issued late enough (LoadGen's rule, loadgen.cc).</summary>
    /// <param name="settings">Of SingleStream or MultiStream.</param>
    /// <param name="operation">Runs a batch, and returns when its results are readable on the host.</param>
    /// <param name="cancellation">Ends the run between batches.</param>
    /// <returns>By sample; each was due when its query was issued.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; a run cut short has no result.</exception>
    public ServedQueries Stream(ScenarioSettings settings, Action<QueryBatch> operation, CancellationToken cancellation)
    {
        var effective = EffectiveSettings.Of(settings);
        var samples = checked((int)effective.SamplesPerQuery);
        var leastNs = checked(effective.TargetDurationMs * NanosecondsPerMillisecond);
        var due = new List<long>();
        var batches = new List<ServedBatch>();
        for (long queries = 0, issuedNs = 0; queries == 0 || queries < effective.MinQueryCount || issuedNs < leastNs; queries++)
        {
            issuedNs = clock.NowNs;
            for (var left = samples; left > 0; left -= mostTogether)
            {
                var batch = new QueryBatch(due.Count, Math.Min(left, mostTogether));
                for (var sample = 0; sample < batch.Count; sample++)
                {
                    due.Add(issuedNs);
                }

                batches.Add(Serve(batch, operation, cancellation));
            }
        }

        return new ServedQueries(due, batches, EndedEarly: false);
    }

    /// <summary>All samples, in batches as large as there are.</summary>
    /// <param name="samples">1 or more.</param>
    /// <param name="operation">Runs a batch, and returns when its results are readable on the host.</param>
    /// <param name="cancellation">Ends the run between batches.</param>
    /// <returns>By sample; each was due at the start.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; a run cut short has no result.</exception>
    public ServedQueries Offline(int samples, Action<QueryBatch> operation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        var batches = new List<ServedBatch>((samples / mostTogether) + 1);
        for (var first = 0; first < samples; first += mostTogether)
        {
            batches.Add(Serve(new QueryBatch(first, Math.Min(samples - first, mostTogether)), operation, cancellation));
        }

        return new ServedQueries(new long[samples], batches, EndedEarly: false);
    }

    private ServedBatch Serve(QueryBatch batch, Action<QueryBatch> operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var startedNs = clock.NowNs;
        operation(batch);
        return new ServedBatch(batch, startedNs, startedNs, clock.NowNs);
    }
}
