namespace InferBench.Core.Scenarios;

/// <summary>Scores what a run recorded by LoadGen's rules: percentiles, early stopping, limits and validity (results.cc).</summary>
public static class ScenarioScorer
{
    private const double NanosecondsPerSecond = 1e9;

    /// <param name="settings">As asked.</param>
    /// <param name="run">In MultiStream, whole queries. With the times that its scenario needs, and with tokens where the settings time them.</param>
    /// <exception cref="ArgumentException">The run lacks something that its scenario needs.</exception>
    /// <exception cref="OverflowException">Sums or counts exceed 64 bits.</exception>
    public static ScenarioResult Score(ScenarioSettings settings, ScenarioRun run)
    {
        var effective = EffectiveSettings.Of(settings);
        var scenario = settings.Scenario;
        var latencies = LatencyFigures.Of(run.LatenciesNs);
        var queries = scenario == LoadScenario.MultiStream ? LatencyFigures.Of(QueryLatencies(run.LatenciesNs, settings.SamplesPerQuery)) : null;
        var queryCount = scenario == LoadScenario.Offline ? 1 : queries?.Count ?? latencies.Count;
        var times = RunTimes.Of(settings, run, queries is null ? run.LatenciesNs[^1] : run.LatenciesNs.TakeLast((int)settings.SamplesPerQuery).Max());
        var tokens = settings.UseTokenLatencies ? Tokens(settings, run) : null;
        var tpotStopping = tokens is null ? null : Stop(settings, queryCount, tokens.TpotNs, queries, settings.TpotLimitNs);
        var generated = GeneratedQueries.Of(settings, effective);
        var result = new ScenarioResult
        {
            Settings = settings,
            Effective = effective,
            Generated = generated,
            QueryCount = queryCount,
            Latencies = latencies,
            QueryLatencies = queries,
            Tokens = tokens,
            OverLatencyCount = scenario == LoadScenario.Server ? latencies.Over(settings.TargetLatencyNs) : null,
            LatencyMet = scenario == LoadScenario.Server ? LatencyMet(settings, latencies, tokens) : null,
            MinDurationMet = times.DurationNs / NanosecondsPerSecond >= settings.MinDurationMs / 1e3,
            MinQueriesMet = queryCount >= effective.MinQueryCount && latencies.Count >= effective.MinSampleCount,
            EarlyStopping = tokens is null ? Stop(settings, queryCount, latencies, queries, settings.TargetLatencyNs)
                : tpotStopping is { Met: true } ? Stop(settings, queryCount, tokens.TtftNs, queries, settings.TtftLimitNs)
                : null,
            TpotEarlyStopping = tpotStopping,
            DurationNs = times.DurationNs,
            FinalQueryIssuedNs = times.IssuedNs,
            IssuedRate = scenario is LoadScenario.SingleStream or LoadScenario.Server
                ? new Rate(latencies.Count - 1, times.DurationNs / NanosecondsPerSecond)
                : null,
            CompletedRate = scenario switch
            {
                LoadScenario.Server => new Rate(latencies.Count - 1, times.DoneNs / NanosecondsPerSecond),
                LoadScenario.Offline => new Rate(latencies.Count, times.DoneNs / NanosecondsPerSecond),
                _ => null,
            },
            TokenRate = TokenRate(settings, latencies.Count, tokens, times.DoneNs / NanosecondsPerSecond),
            Errors = RunErrors.Of(settings, effective, generated, queryCount, times, run.Tokens),
            Reasons = [],
        };
        return result with { Reasons = InvalidReasons.Of(result) };
    }

    private static EarlyStoppingResult Stop(ScenarioSettings settings, long queryCount, LatencyFigures? samples, LatencyFigures? queries, long limitNs) =>
        settings.Scenario switch
        {
            LoadScenario.Server => EarlyStoppingJudge.OfServer(queryCount, settings.Percentile, samples!, limitNs),
            LoadScenario.SingleStream => EarlyStoppingJudge.OfStream(queryCount, settings.Percentile, samples!, withMultiStream: true),
            LoadScenario.MultiStream => EarlyStoppingJudge.OfStream(queryCount, settings.Percentile, queries!, withMultiStream: false),
            _ => new EarlyStoppingResult(true, ""),
        };

    private static bool LatencyMet(ScenarioSettings settings, LatencyFigures latencies, TokenFigures? tokens) => tokens is null
        ? latencies.PercentileNs(settings.Percentile) <= settings.TargetLatencyNs
        : tokens.TtftNs!.PercentileNs(settings.Percentile) <= settings.TtftLimitNs && tokens.TpotNs!.PercentileNs(settings.Percentile) <= settings.TpotLimitNs;

    private static Rate? TokenRate(ScenarioSettings settings, long samples, TokenFigures? tokens, double doneSeconds) =>
        tokens is not null ? new Rate(tokens.Count, doneSeconds)
        : settings.InferredTokensPerSample is { } each && settings.Scenario is LoadScenario.Server or LoadScenario.Offline
            ? new Rate((double)(settings.Scenario == LoadScenario.Server ? samples - 1 : samples) * each, doneSeconds)
            : null;

    private static long[] QueryLatencies(IReadOnlyList<long> samples, long samplesPerQuery)
    {
        if (samples.Count % samplesPerQuery != 0)
        {
            throw new ArgumentException("the latencies are not whole queries", nameof(samples));
        }

        var queries = new long[samples.Count / samplesPerQuery];
        for (var i = 0; i < samples.Count; i++)
        {
            queries[i / samplesPerQuery] = Math.Max(queries[i / samplesPerQuery], samples[i]);
        }

        return queries;
    }

    private static TokenFigures Tokens(ScenarioSettings settings, ScenarioRun run)
    {
        var tokens = run.Tokens ?? throw new ArgumentException("the settings time tokens, and the run has none", nameof(run));
        long total = 0;
        foreach (var count in tokens.Counts)
        {
            total = checked(total + Counted(count));
        }

        if (settings.Scenario == LoadScenario.Offline)
        {
            return new TokenFigures(total, null, null);
        }

        var first = tokens.TtftNs ?? throw new ArgumentException("the first tokens are not timed", nameof(run));
        var perToken = new long[run.LatenciesNs.Count];
        for (var i = 0; i < perToken.Length; i++)
        {
            perToken[i] = (run.LatenciesNs[i] - first[i]) / (Counted(tokens.Counts[i]) - 1);
        }

        return new TokenFigures(total, LatencyFigures.Of(first), LatencyFigures.Of(perToken));
    }

    /// <summary>A sample of one token has no time for each further token; LoadGen logs an error, counts none, and its TPOT turns negative.</summary>
    private static long Counted(long tokens) => tokens > 1 ? tokens : 0;
}
