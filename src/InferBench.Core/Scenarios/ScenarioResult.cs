namespace InferBench.Core.Scenarios;

/// <summary>What a run amounts to by LoadGen's rules (results.cc).</summary>
public sealed record ScenarioResult
{
    public required ScenarioSettings Settings { get; init; }

    public required EffectiveSettings Effective { get; init; }

    /// <summary>Null where the settings ask for more than can be generated.</summary>
    public required GeneratedQueries? Generated { get; init; }

    public required long QueryCount { get; init; }

    /// <summary>Of samples.</summary>
    public required LatencyFigures Latencies { get; init; }

    /// <summary>Of queries, each as long as its longest sample; null but in MultiStream.</summary>
    public required LatencyFigures? QueryLatencies { get; init; }

    /// <summary>Null where tokens are not timed.</summary>
    public required TokenFigures? Tokens { get; init; }

    /// <summary>Samples strictly over the target latency; null but in Server.</summary>
    public required long? OverLatencyCount { get; init; }

    /// <summary>Null but in Server, which alone has a limit on latency.</summary>
    public required bool? LatencyMet { get; init; }

    public required bool MinDurationMet { get; init; }

    public required bool MinQueriesMet { get; init; }

    /// <summary>Of TTFT where tokens are timed; null where TPOT's has failed and LoadGen does not look at TTFT's.</summary>
    public required EarlyStoppingResult? EarlyStopping { get; init; }

    /// <summary>Of TPOT; null where tokens are not timed.</summary>
    public required EarlyStoppingResult? TpotEarlyStopping { get; init; }

    /// <summary>How long the run was by its scenario's rule: nanoseconds until the last query was issued or due, or in Offline done.</summary>
    public required long DurationNs { get; init; }

    /// <summary>When the last query was issued, in nanoseconds from the start; null in Offline.</summary>
    public required long? FinalQueryIssuedNs { get; init; }

    /// <summary>Queries, the first left out, until the last was issued, or in Server due; null in MultiStream and Offline.</summary>
    public required Rate? IssuedRate { get; init; }

    /// <summary>Until the last-issued query was done, the first left out in Server; null in SingleStream and MultiStream.</summary>
    public required Rate? CompletedRate { get; init; }

    /// <summary>Tokens until the last-issued query was done; null where tokens are neither timed nor inferred.</summary>
    public required Rate? TokenRate { get; init; }

    public required IReadOnlyList<RunError> Errors { get; init; }

    /// <summary>Why the run is not valid, one line for each reason, and what mends it; empty where it is.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public bool EarlyStoppingMet => EarlyStopping is { Met: true } && TpotEarlyStopping is null or { Met: true };

    public bool Valid => LatencyMet != false && MinDurationMet && MinQueriesMet && EarlyStoppingMet;
}
