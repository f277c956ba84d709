namespace InferBench.Core.Scenarios;

/// <summary>What became of the queries of a Server run.</summary>
/// <param name="ScheduledNs">When each served query was due, in nanoseconds from the start.</param>
/// <param name="Batches">In the order in which they were run; together they hold every served query once.</param>
/// <param name="EndedEarly">Whether too many queries were waiting, so that the rest of the schedule was not issued.</param>
public sealed record ServedQueries(IReadOnlyList<long> ScheduledNs, IReadOnlyList<ServedBatch> Batches, bool EndedEarly)
{
    /// <summary>The same for the scorer: a latency counts from when the query was due, so that waiting counts against the system.</summary>
    /// <param name="tokens">Tokens of each query; null where they are not timed.</param>
    public ScenarioRun ToRun(TokenRecord? tokens = null)
    {
        var latencies = new long[ScheduledNs.Count];
        foreach (var served in Batches)
        {
            for (var i = 0; i < served.Batch.Count; i++)
            {
                latencies[served.Batch.First + i] = served.DoneNs - ScheduledNs[served.Batch.First + i];
            }
        }

        return new ScenarioRun(latencies)
        {
            FinalQueryScheduledNs = ScheduledNs[^1],
            FinalQueryIssuedNs = Batches[^1].StartedNs,
            FinalQueryDoneNs = Batches[^1].DoneNs,
            Tokens = tokens,
        };
    }

    /// <summary>How late the dispatcher itself was, over the batches.</summary>
    public LatencyFigures Lateness() => LatencyFigures.Of([.. Batches.Select(served => served.LatenessNs)]);
}
