namespace InferBench.Core.Scenarios;

/// <summary>What LoadGen makes of the settings before it starts (test_settings_internal.cc).</summary>
/// <param name="SamplesPerQuery">1 but in MultiStream and Offline.</param>
/// <param name="TargetQps">Queries per second at which queries are generated; samples per second in Offline.</param>
/// <param name="TargetLatencyNs">Null but in Server.</param>
/// <param name="Percentile">The percentile that counts.</param>
/// <param name="MaxAsyncQueries">Queries in flight; null for no limit.</param>
/// <param name="TargetDurationMs">Milliseconds of queries to generate; Offline generates one query, whatever it takes.</param>
/// <param name="MinQueryCount">Queries, at least.</param>
/// <param name="MinSampleCount">Samples, at least.</param>
/// <param name="PerformanceSamples">Samples that fit into memory together.</param>
public sealed record EffectiveSettings(
    long SamplesPerQuery,
    double TargetQps,
    long? TargetLatencyNs,
    double Percentile,
    long? MaxAsyncQueries,
    long TargetDurationMs,
    long MinQueryCount,
    long MinSampleCount,
    long PerformanceSamples)
{
    /// <summary>Offline generates 10 % more samples than the expected rate needs.</summary>
    private const double OfflineSlack = 1.1;

    /// <summary>SingleStream with equal issue generates twice as many.</summary>
    private const double EqualIssueSlack = 2.0;

    private const double NanosecondsPerSecond = 1e9;
    private const double MillisecondsPerSecond = 1e3;

    /// <exception cref="OverflowException">The counts together exceed 64 bits.</exception>
    public static EffectiveSettings Of(ScenarioSettings settings)
    {
        var padding = settings.PerformanceSamples ?? settings.DatasetSamples;
        var performanceSamples = settings.PerformanceSamplesOverride ?? padding;
        var seconds = settings.MinDurationMs / MillisecondsPerSecond;
        var (queries, samplesPerQuery) = settings.Scenario switch
        {
            LoadScenario.MultiStream => (settings.MinQueryCount, settings.SamplesPerQuery),
            LoadScenario.Offline => (1, OfflineSamples(settings, performanceSamples, seconds)),
            LoadScenario.SingleStream when settings.EqualIssue => (WholeDataSets(settings, padding, seconds), 1),
            _ => (settings.MinQueryCount, 1),
        };
        return new EffectiveSettings(
            samplesPerQuery,
            settings.Scenario is LoadScenario.Server or LoadScenario.Offline ? settings.TargetQps : NanosecondsPerSecond / settings.ExpectedLatencyNs,
            settings.Scenario == LoadScenario.Server ? settings.TargetLatencyNs : null,
            settings.Scenario == LoadScenario.Offline ? 0.99 : settings.Percentile,
            settings.Scenario == LoadScenario.Server ? settings.MaxAsyncQueries : 1,
            settings.Scenario == LoadScenario.Offline ? 0 : settings.MinDurationMs,
            queries,
            checked(queries * samplesPerQuery),
            performanceSamples);
    }

    private static long OfflineSamples(ScenarioSettings settings, long performanceSamples, double seconds) =>
        settings.IssueUnique ? performanceSamples : Math.Max(settings.MinQueryCount, checked((long)(OfflineSlack * seconds * settings.TargetQps)));

    /// <summary>A count that is whole already gets one data set more, as LoadGen has it.</summary>
    private static long WholeDataSets(ScenarioSettings settings, long performanceSamples, double seconds)
    {
        var expected = checked((long)(EqualIssueSlack * seconds * (NanosecondsPerSecond / settings.ExpectedLatencyNs)));
        var least = Math.Max(settings.MinQueryCount, expected);
        return checked(least + performanceSamples - (least % performanceSamples));
    }
}
