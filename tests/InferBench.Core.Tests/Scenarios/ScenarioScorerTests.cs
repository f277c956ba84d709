using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Runs small enough to be scored by hand; 44 queries under the limit are the least that P90 needs in Server (0.9^44 &lt; 0.01).</summary>
public sealed class ScenarioScorerTests
{
    private const long Limit = 100_000_000;

    [Fact]
    public void Score_EveryLatencyAtTheLimit_IsValid()
    {
        var result = Scored.Server(Equal(44, Limit), settings => settings with { Percentile = 0.9 });

        Assert.True(result.Valid);
        Assert.Equal(0, result.OverLatencyCount);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public void Score_OneNanosecondOver_CountsAsOver()
    {
        var result = Scored.Server([.. Equal(44, Limit), Limit + 1], settings => settings with { Percentile = 0.9 });

        Assert.False(result.Valid);
        Assert.True(result.LatencyMet);
        Assert.Equal(1, result.OverLatencyCount);

        // One over needs 63 under; 45 were issued, so 19 are missing.
        Assert.Equal(
            ["1 of 45 queries are over the latency limit of 100 ms, too many to state P90 with 99 % confidence: 19 more queries under it would be needed"],
            result.Reasons);
    }

    [Fact]
    public void Score_OneQueryTooFew_FailsEarlyStoppingOnly()
    {
        var result = Scored.Server(Equal(43, 1), settings => settings with { Percentile = 0.9 });

        Assert.False(result.EarlyStoppingMet);
        Assert.True(result.LatencyMet);
        Assert.Contains("at least 1 more queries", result.EarlyStopping!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_EverythingMissed_NamesEachReason()
    {
        var result = Scored.Server(Equal(10, Limit * 2), settings => settings with { MinDurationMs = 2_000, MinQueryCount = 11 });

        Assert.Equal(
            [
                "P99 latency is 200 ms, over the limit of 100 ms: reduce the target rate",
                "the last query was due 1 s after the start, before the 2 s that the run has to last: increase the target rate or the number of queries",
                "queries: 10, and 11 are needed: the run ended early",
            ],
            result.Reasons.Take(3));
        Assert.Equal(
            "Reduce target QPS to improve latency. Increase the target QPS so the loadgen pre-generates more queries. The test exited early, before enough queries were issued.",
            Scored.Log(result).GetProperty("result_invalid_reason").GetString());
    }

    [Theory]
    [InlineData(999, true)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Score_DurationAtTheLeast_IsMet(long minDurationMs, bool met) =>
        Assert.Equal(met, Scored.Server(Equal(1, 1), settings => settings with { MinDurationMs = minDurationMs }).MinDurationMet);

    [Fact]
    public void Score_SingleSample_HasNoRate()
    {
        var result = Scored.Server([5]);

        Assert.Equal(0, result.IssuedRate!.Value.PerSecond);
        Assert.Equal("-nan", Scored.Log(Scored.Stream([5])).GetProperty("result_qps_with_loadgen_overhead").GetString());
        Assert.Null(Scored.Stream([5]).IssuedRate!.Value.PerSecond);
    }

    [Fact]
    public void Score_NoTimeAtAll_IsInfinitelyFast()
    {
        var log = Scored.Log(Scored.Stream([0, 0]));

        Assert.Equal("inf", log.GetProperty("result_qps_with_loadgen_overhead").GetString());
        Assert.Equal("inf", log.GetProperty("result_qps_without_loadgen_overhead").GetString());
    }

    [Fact]
    public void Score_SixtyFourQueries_EstimateIsTheLongest()
    {
        var result = Scored.Stream([.. Enumerable.Range(1, 64).Select(value => (long)value)]);

        Assert.True(result.Valid);
        Assert.Equal(64, result.EarlyStopping!.EstimateNs);
        Assert.Null(result.EarlyStopping.Estimate99Ns);
    }

    [Fact]
    public void Score_MultiStream_TakesTheLongestSampleOfEachQuery()
    {
        var settings = ScenarioSettings.For(LoadScenario.MultiStream) with { SamplesPerQuery = 3, MinDurationMs = 0, MinQueryCount = 2 };

        var result = ScenarioScorer.Score(settings, new ScenarioRun([1, 9, 2, 4, 3, 5]) { FinalQueryIssuedNs = 9 });

        Assert.Equal(2, result.QueryCount);
        Assert.Equal((5, 9, 7), (result.QueryLatencies!.MinNs, result.QueryLatencies.MaxNs, result.QueryLatencies.MeanNs));
        Assert.Equal(4, result.Latencies.MeanNs);
    }

    [Fact]
    public void Score_Offline_CountsSamplesUntilTheLast()
    {
        // 1.1 · 2 s · 3 samples/s = 6.6 samples.
        var settings = ScenarioSettings.For(LoadScenario.Offline) with { MinDurationMs = 2_000, MinQueryCount = 1, TargetQps = 3 };

        var enough = ScenarioScorer.Score(settings, new ScenarioRun(Equal(6, 2_000_000_000)));
        var tooFew = ScenarioScorer.Score(settings, new ScenarioRun(Equal(5, 1_999_999_999)));

        Assert.True(enough.Valid);
        Assert.Equal(3, enough.CompletedRate!.Value.PerSecond);
        Assert.Equal(
            [
                "the last sample was done 2 s after the start, before the 2 s that the run has to last: increase the expected rate, so that there are more samples",
                "samples: 5, and 6 are needed: the run ended early",
            ],
            tooFew.Reasons);
    }

    [Fact]
    public void Score_TokensOverBothLimits_NamesBoth()
    {
        // 3 tokens in 10 ms, the first after 4 ms: (10 − 4) / 2 = 3 ms for each further one.
        var settings = ScenarioSettings.For(LoadScenario.Server) with
        {
            MinDurationMs = 0, MinQueryCount = 1, UseTokenLatencies = true, TtftLimitNs = 3_999_999, TpotLimitNs = 2_999_999,
        };
        var run = new ScenarioRun([10_000_000]) { FinalQueryScheduledNs = 0, Tokens = new TokenRecord([4_000_000], [3]) };

        var result = ScenarioScorer.Score(settings, run);

        Assert.Equal(3_000_000, result.Tokens!.TpotNs!.MaxNs);
        Assert.Equal("P99 TTFT is 4 ms, over the limit of 3.999999 ms: reduce the target rate", result.Reasons[0]);
        Assert.Equal("P99 TPOT is 3 ms, over the limit of 2.999999 ms: reduce the target rate", result.Reasons[1]);
        Assert.Equal(300, result.TokenRate!.Value.PerSecond);
        Assert.Null(result.EarlyStopping);
        Assert.Equal(
            "TTFT constrain not met: Reduce target QPS to improve latency.  * TPOT constrain not met: Reduce target QPS to improve latency. ",
            Scored.Log(result).GetProperty("result_invalid_reason").GetString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Score_SampleWithoutFurtherTokens_IsAnErrorWithNegativeTpot(long tokens)
    {
        var settings = ScenarioSettings.For(LoadScenario.SingleStream) with { MinDurationMs = 0, MinQueryCount = 1, UseTokenLatencies = true };

        var result = ScenarioScorer.Score(settings, new ScenarioRun([10]) { FinalQueryIssuedNs = 0, Tokens = new TokenRecord([4], [tokens]) });

        Assert.Equal(-6, result.Tokens!.TpotNs!.MinNs);
        Assert.Equal(0, result.Tokens.Count);
        Assert.Equal(1, Scored.Log(result).GetProperty("num_errors").GetInt64());
    }

    [Fact]
    public void Score_SumBeyond64Bits_IsAnOverflow() =>
        Assert.Throws<OverflowException>(() => Scored.Server([long.MaxValue / 2, long.MaxValue / 2, long.MaxValue / 2]));

    [Fact]
    public void Score_MaxDurationPassed_IsAnError()
    {
        var result = Scored.Server([1, 1], settings => settings with { MaxDurationMs = 999 });

        Assert.Equal("ended early: the longest duration, 999 ms, was reached", Assert.Single(result.Errors).Text);
    }

    private static long[] Equal(int count, long value) => [.. Enumerable.Repeat(value, count)];
}
