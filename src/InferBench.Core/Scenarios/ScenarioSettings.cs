namespace InferBench.Core.Scenarios;

/// <summary>
/// What is asked of a run, with the defaults of LoadGen's <c>TestSettings</c> (test_settings.h). MLPerf's own rules ask for more:
/// 600 s at least (mlperf.conf).
/// </summary>
public sealed record ScenarioSettings
{
    public required LoadScenario Scenario { get; init; }

    /// <summary>The latency percentile that counts, strictly between 0 and 1. Without effect in Offline.</summary>
    public required double Percentile { get; init; }

    /// <summary>Milliseconds that the run lasts, at least.</summary>
    public long MinDurationMs { get; init; } = 10_000;

    /// <summary>Milliseconds after which the run is ended early; null for no limit.</summary>
    public long? MaxDurationMs { get; init; }

    /// <summary>Queries, at least; in Offline, samples.</summary>
    public long MinQueryCount { get; init; } = 100;

    /// <summary>Queries after which the run is ended early; null for no limit.</summary>
    public long? MaxQueryCount { get; init; }

    /// <summary>Nanoseconds that a query is expected to take: decides how many are generated. SingleStream and MultiStream only.</summary>
    public double ExpectedLatencyNs { get; init; } = 1_000_000;

    /// <summary>Mean arrivals per second in Server; expected samples per second in Offline.</summary>
    public double TargetQps { get; init; } = 1;

    /// <summary>Nanoseconds that a query may take in Server; equality passes.</summary>
    public long TargetLatencyNs { get; init; } = 100_000_000;

    /// <summary>Queries in flight in Server at which the run is ended early; null for no limit.</summary>
    public long? MaxAsyncQueries { get; init; }

    /// <summary>Samples of a MultiStream query.</summary>
    public long SamplesPerQuery { get; init; } = 8;

    /// <summary>Seed of the arrivals; its low 32 bits count.</summary>
    public ulong ScheduleSeed { get; init; }

    /// <summary>Seed of which samples are loaded; its low 32 bits count.</summary>
    public ulong QslSeed { get; init; }

    /// <summary>Seed of which loaded sample a query asks for; its low 32 bits count.</summary>
    public ulong SampleIndexSeed { get; init; }

    /// <summary>Samples in the data set.</summary>
    public long DatasetSamples { get; init; } = 1024;

    /// <summary>Samples that fit into memory together, as the data set says; null for all.</summary>
    public long? PerformanceSamples { get; init; }

    /// <summary>
    /// How many are loaded together whatever the data set says; null for what it says. SingleStream's padding to whole data sets keeps to
    /// <see cref="PerformanceSamples"/>, as LoadGen pads before it looks at this.
    /// </summary>
    public long? PerformanceSamplesOverride { get; init; }

    /// <summary>Every sample equally often: counts are padded to whole data sets (<c>sample_concatenate_permutation</c>).</summary>
    public bool EqualIssue { get; init; }

    /// <summary>Every sample once (<c>performance_issue_unique</c>).</summary>
    public bool IssueUnique { get; init; }

    /// <summary>One sample again and again (<c>performance_issue_same</c>).</summary>
    public bool IssueSame { get; init; }

    /// <summary>Index of that sample.</summary>
    public long IssueSameIndex { get; init; }

    /// <summary>Whether tokens are timed; the limits below then stand in for <see cref="TargetLatencyNs"/>.</summary>
    public bool UseTokenLatencies { get; init; }

    /// <summary>Nanoseconds to the first token in Server; equality passes.</summary>
    public long TtftLimitNs { get; init; } = 100_000_000;

    /// <summary>Nanoseconds for each further token in Server; equality passes.</summary>
    public long TpotLimitNs { get; init; } = 100_000_000;

    /// <summary>Tokens that a sample is taken to have where tokens are not timed; null where none are inferred.</summary>
    public long? InferredTokensPerSample { get; init; }

    /// <summary>LoadGen's defaults of a scenario.</summary>
    public static ScenarioSettings For(LoadScenario scenario) => new()
    {
        Scenario = scenario,
        Percentile = scenario == LoadScenario.SingleStream ? 0.90 : 0.99,
        ExpectedLatencyNs = scenario == LoadScenario.MultiStream ? 8_000_000 : 1_000_000,
    };
}
