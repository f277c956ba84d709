namespace InferBench.Core.Scenarios;

/// <summary>What was recorded in a run. Times are integer nanoseconds.</summary>
/// <param name="LatenciesNs">
/// Of each sample in the order of issue, at least one, none negative: completion less the time at which its query was due, so that a query
/// issued late counts against the system. In MultiStream, the samples of a query stand together.
/// </param>
public sealed record ScenarioRun(IReadOnlyList<long> LatenciesNs)
{
    /// <summary>When the last query was issued, from the start. SingleStream and MultiStream; where it is null in Server, it was issued when it was due.</summary>
    public long? FinalQueryIssuedNs { get; init; }

    /// <summary>When the last query was due, from the start. Server.</summary>
    public long? FinalQueryScheduledNs { get; init; }

    /// <summary>When the last-issued query was done, from the start; null where that follows from its latency.</summary>
    public long? FinalQueryDoneNs { get; init; }

    /// <summary>Longest latency; null where it is that of the latencies. Offline.</summary>
    public long? MaxLatencyNs { get; init; }

    /// <summary>Null where tokens are not timed.</summary>
    public TokenRecord? Tokens { get; init; }
}
