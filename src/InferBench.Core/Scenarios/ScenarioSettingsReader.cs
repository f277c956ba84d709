namespace InferBench.Core.Scenarios;

/// <summary>Settings from JSON; what is not said has LoadGen's default, and 0 is no limit where LoadGen takes it so.</summary>
internal static class ScenarioSettingsReader
{
    /// <summary>Thirty years of milliseconds, and more queries than any run can record.</summary>
    private const long Most = 1_000_000_000_000;

    private const double LowestPercentile = 1e-9;

    /// <exception cref="Errors.BadInputException">A field is not what it must be.</exception>
    public static ScenarioSettings Read(JsonFields fields, LoadScenario scenario)
    {
        var defaults = ScenarioSettings.For(scenario);
        var slowest = scenario == LoadScenario.Server ? 1e-6 : 0;
        fields.Ignore("servers", "server_coalesce_queries", "coalesce_queries");
        return defaults with
        {
            Percentile = fields.Number("percentile", LowestPercentile, 1 - LowestPercentile) ?? defaults.Percentile,
            MinDurationMs = fields.Whole("min_duration_ms", 0, Most) ?? defaults.MinDurationMs,
            MaxDurationMs = Limit(fields.Whole("max_duration_ms", 0, Most)),
            MinQueryCount = fields.Whole("min_query_count", 0, Most) ?? defaults.MinQueryCount,
            MaxQueryCount = Limit(fields.Whole("max_query_count", 0, Most)),
            ExpectedLatencyNs = fields.Number("expected_latency_ns", 1e-3, 1e18) ?? defaults.ExpectedLatencyNs,
            TargetQps = fields.Number("target_qps", slowest, 1e9) ?? defaults.TargetQps,
            TargetLatencyNs = fields.Whole("target_latency_ns", 0, RecordedRunReader.LongestNs) ?? defaults.TargetLatencyNs,
            MaxAsyncQueries = Limit(fields.Whole("max_async_queries", 0, Most)),
            SamplesPerQuery = fields.Whole("spq", 1, 1_000_000) ?? defaults.SamplesPerQuery,
            ScheduleSeed = fields.Seed("schedule_rng_seed") ?? defaults.ScheduleSeed,
            QslSeed = fields.Seed("qsl_rng_seed") ?? defaults.QslSeed,
            SampleIndexSeed = fields.Seed("sample_index_rng_seed") ?? defaults.SampleIndexSeed,
            DatasetSamples = fields.Whole("qsl_total", 1, Most) ?? defaults.DatasetSamples,
            PerformanceSamples = Limit(fields.Whole("performance_sample_count", 0, Most)),
            PerformanceSamplesOverride = Limit(fields.Whole("performance_sample_count_override", 0, Most)),
            EqualIssue = fields.Flag("equal_issue") ?? false,
            IssueUnique = fields.Flag("performance_issue_unique") ?? false,
            IssueSame = fields.Flag("performance_issue_same") ?? false,
            IssueSameIndex = fields.Whole("performance_issue_same_index", 0, Most) ?? 0,
            UseTokenLatencies = fields.Flag("use_token_latencies") ?? false,
            TtftLimitNs = fields.Whole("ttft_latency_ns", 0, RecordedRunReader.LongestNs) ?? defaults.TtftLimitNs,
            TpotLimitNs = fields.Whole("tpot_latency_ns", 0, RecordedRunReader.LongestNs) ?? defaults.TpotLimitNs,
            InferredTokensPerSample = Limit(fields.Whole("infer_tokens", 0, 1_000_000)),
        };
    }

    private static long? Limit(long? value) => value is 0 ? null : value;
}
