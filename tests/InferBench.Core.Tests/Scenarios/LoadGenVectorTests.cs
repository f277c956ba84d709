using System.Text.Json;
using InferBench.Core.Scenarios;
using InferBench.Tests;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Everything that LoadGen computed, exactly: its results, its tables and its schedules.</summary>
public sealed class LoadGenVectorTests
{
    [NeedsModelsTheory(LoadGenVectors.File)]
    [MemberData(nameof(LoadGenVectors.Cases), MemberType = typeof(LoadGenVectors))]
    public void Score_CaseOfLoadGen_LogsTheSame(string id)
    {
        var run = LoadGenVectors.Case(id);

        var actual = Scored.Log(Scored.Of(LoadGenVectors.Input(run)));

        var expected = run.GetProperty("expected");
        Assert.Equal(Names(expected), Names(actual));
        foreach (var field in expected.EnumerateObject())
        {
            var value = actual.GetProperty(field.Name);
            Assert.True(Same(field.Value, value), $"{field.Name}: LoadGen has {field.Value.GetRawText()}, and this is {value.GetRawText()}");
        }
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void UnderNeeded_EveryRowOfLoadGen_IsTheSameInteger()
    {
        var wrong = new List<string>();
        foreach (var row in LoadGenVectors.Root.GetProperty("tables").GetProperty("early_stopping_h").GetProperty("rows").EnumerateArray())
        {
            var (p, d, c) = (row.GetProperty("p").GetDouble(), row.GetProperty("d").GetDouble(), row.GetProperty("c").GetDouble());
            var expected = row.GetProperty("h").EnumerateArray().Select(h => h.GetInt64()).ToList();
            for (var i = 0; i < expected.Count; i++)
            {
                var t = row.TryGetProperty("t", out var list) ? list[i].GetInt64() : row.GetProperty("t_from").GetInt64() + (i * row.GetProperty("t_step").GetInt64());
                if (EarlyStopping.UnderNeeded(t, p, d, c) is var actual && actual != expected[i])
                {
                    wrong.Add($"t={t} p={p} d={d} c={c}: {actual} instead of {expected[i]}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void Odds_EveryRowOfLoadGen_AgreesToTenDigits()
    {
        foreach (var row in LoadGenVectors.Root.GetProperty("tables").GetProperty("odds").GetProperty("rows").EnumerateArray())
        {
            var expected = row.GetProperty("odds").GetDouble();

            var actual = EarlyStopping.Odds(
                row.GetProperty("h").GetInt64(), row.GetProperty("t").GetInt64(), row.GetProperty("p").GetDouble(), row.GetProperty("d").GetDouble());

            // LoadGen's own series stops at 2^-33 of its first term.
            Assert.Equal(expected, actual, 1e-9 * expected);
        }
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void MostOver_EveryRowOfLoadGen_IsTheSame()
    {
        foreach (var row in LoadGenVectors.Root.GetProperty("tables").GetProperty("server_max_overlatency").GetProperty("rows").EnumerateArray())
        {
            var (n, p) = (row.GetProperty("n").GetInt64(), row.GetProperty("p").GetDouble());

            var most = EarlyStopping.MostOver(n, p) ?? -1;

            Assert.Equal(row.GetProperty("max_over_early_stopping").GetInt64(), most);
            Assert.Equal(row.GetProperty("more_queries_needed_at_max_plus_1").GetInt64(), EarlyStopping.UnderNeeded(most + 1, p) + most + 1 - n);
        }
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void PercentileNs_EveryRowOfLoadGen_IsTheSameRank()
    {
        foreach (var row in LoadGenVectors.Root.GetProperty("tables").GetProperty("percentile_ranks").GetProperty("rows").EnumerateArray())
        {
            var figures = Ranks(row[0].GetInt32());

            Assert.Equal(row.EnumerateArray().Skip(1).Select(rank => rank.GetInt64()), LatencyFigures.Reported.Select(figures.PercentileNs));
        }
    }

    [NeedsModelsTheory(LoadGenVectors.File)]
    [InlineData("SingleStream_p0.9", 0.9)]
    [InlineData("MultiStream_p0.99", 0.99)]
    [InlineData("SingleStream_p0.999", 0.999)]
    public void OfStream_EveryRowOfLoadGen_EstimatesTheSameRank(string table, double percentile)
    {
        var single = table.StartsWith("Single", StringComparison.Ordinal);
        foreach (var row in LoadGenVectors.Root.GetProperty("tables").GetProperty("stream_ranks").GetProperty(table).EnumerateArray())
        {
            var n = row.GetProperty("n").GetInt32();

            var result = EarlyStoppingJudge.OfStream(n, percentile, Ranks(n), withMultiStream: single);

            Assert.Equal(row.GetProperty("met").GetBoolean(), result.Met);
            Assert.Equal(row.GetProperty("rank_ss").GetInt64(), single ? result.EstimateNs ?? 0 : 0);
            Assert.Equal(row.GetProperty("rank_ms").GetInt64(), (single ? result.Estimate99Ns : result.EstimateNs) ?? 0);
            Assert.Equal(row.GetProperty("rank_target_percentile").GetInt64(), Ranks(n).PercentileNs(percentile));
        }
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void Schedule_EveryOneOfLoadGen_IsTheSameToTheNanosecond()
    {
        foreach (var expected in LoadGenVectors.Root.GetProperty("poisson").EnumerateArray())
        {
            var seed = ulong.Parse(expected.GetProperty("seed").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

            var due = PoissonArrivals.Schedule(
                seed, expected.GetProperty("target_qps").GetDouble(), expected.GetProperty("min_duration_ms").GetInt64(), expected.GetProperty("min_query_count").GetInt64());

            Assert.Equal(expected.GetProperty("query_count").GetInt32(), due.Count);
            Assert.Equal(expected.GetProperty("first_scheduled_ns").EnumerateArray().Select(value => value.GetInt64()), due.Take(64));
            Assert.Equal(expected.GetProperty("all_scheduled_fnv1a64").GetString(), Fnv1a(due));
        }
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void MersenneTwister_NumbersOfLibstdcxx_AreTheSame()
    {
        var expected = LoadGenVectors.Root.GetProperty("poisson")[0].GetProperty("rng_debug");
        var seed = ulong.Parse(expected.GetProperty("seed").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var (integers, units) = (new MersenneTwister(seed), new MersenneTwister(seed));

        Assert.All(expected.GetProperty("mt19937_u32").EnumerateArray(), value => Assert.Equal(value.GetUInt32(), integers.Next()));
        Assert.All(expected.GetProperty("generate_canonical_double").EnumerateArray(), value => Assert.Equal(value.GetDouble(), units.NextCanonical()));
    }

    [NeedsModelsFact(LoadGenVectors.File)]
    public void Effective_DefaultsOfLoadGen_AreTheSame()
    {
        foreach (var expected in LoadGenVectors.Root.GetProperty("config_struct_defaults").EnumerateArray())
        {
            var settings = ScenarioSettings.For(Enum.Parse<LoadScenario>(expected.GetProperty("scenario").GetString()!));

            var effective = EffectiveSettings.Of(settings);

            Assert.Equal(expected.GetProperty("samples_per_query").GetInt64(), effective.SamplesPerQuery);
            Assert.Equal(expected.GetProperty("target_qps").GetDouble(), effective.TargetQps);
            Assert.Equal(expected.GetProperty("target_latency_ns").GetInt64(), effective.TargetLatencyNs ?? 0);
            Assert.Equal(expected.GetProperty("target_latency_percentile").GetDouble(), effective.Percentile);
            Assert.Equal(expected.GetProperty("max_async_queries").GetInt64(), effective.MaxAsyncQueries ?? 0);
            Assert.Equal(expected.GetProperty("target_duration_ms").GetInt64(), effective.TargetDurationMs);
            Assert.Equal(expected.GetProperty("min_query_count").GetInt64(), effective.MinQueryCount);
            Assert.Equal(expected.GetProperty("min_sample_count").GetInt64(), effective.MinSampleCount);
            Assert.Equal(expected.GetProperty("min_duration_ms").GetInt64(), settings.MinDurationMs);
            Assert.Equal(expected.GetProperty("ttft_ns").GetInt64(), settings.TtftLimitNs);
            Assert.Equal(expected.GetProperty("tpot_ns").GetInt64(), settings.TpotLimitNs);
        }
    }

    /// <summary>MLPerf's own settings of 26 models, as LoadGen resolves what mlperf.conf asks for.</summary>
    [NeedsModelsFact(LoadGenVectors.File)]
    public void Effective_SettingsOfMlperfConf_AreTheSame()
    {
        var rows = LoadGenVectors.Root.GetProperty("config_mlperf_conf").EnumerateArray().ToList();
        Assert.Equal(104, rows.Count);
        foreach (var expected in rows)
        {
            var scenario = Enum.Parse<LoadScenario>(expected.GetProperty("scenario").GetString()!);
            var equalIssue = expected.GetProperty("sample_concatenate_permutation").GetBoolean();
            var asked = ScenarioSettings.For(scenario) with
            {
                Percentile = expected.GetProperty("target_latency_percentile").GetDouble(),
                MinDurationMs = expected.GetProperty("min_duration_ms").GetInt64(),

                // Offline asks for samples; SingleStream with equal issue makes whole data sets of 100 queries.
                MinQueryCount = scenario == LoadScenario.Offline ? expected.GetProperty("samples_per_query").GetInt64()
                    : scenario == LoadScenario.SingleStream && equalIssue ? 100
                    : expected.GetProperty("min_query_count").GetInt64(),
                ExpectedLatencyNs = Math.Round(1e9 / expected.GetProperty("target_qps").GetDouble()),
                TargetQps = expected.GetProperty("target_qps").GetDouble(),
                TargetLatencyNs = expected.GetProperty("target_latency_ns").GetInt64(),
                PerformanceSamplesOverride = expected.GetProperty("performance_sample_count").GetInt64(),
                EqualIssue = equalIssue,
            };

            var effective = EffectiveSettings.Of(asked);

            Assert.Equal(expected.GetProperty("samples_per_query").GetInt64(), effective.SamplesPerQuery);
            Assert.Equal(expected.GetProperty("target_qps").GetDouble(), effective.TargetQps, 1e-8);
            Assert.Equal(expected.GetProperty("target_latency_ns").GetInt64(), effective.TargetLatencyNs ?? 0);
            Assert.Equal(expected.GetProperty("max_async_queries").GetInt64(), effective.MaxAsyncQueries ?? 0);
            Assert.Equal(expected.GetProperty("target_duration_ms").GetInt64(), effective.TargetDurationMs);
            Assert.Equal(expected.GetProperty("min_query_count").GetInt64(), effective.MinQueryCount);
            Assert.Equal(expected.GetProperty("min_sample_count").GetInt64(), effective.MinSampleCount);
            Assert.Equal(expected.GetProperty("performance_sample_count").GetInt64(), effective.PerformanceSamples);
        }
    }

    private static LatencyFigures Ranks(int count) => LatencyFigures.Of([.. Enumerable.Range(1, count).Select(rank => (long)rank)]);

    private static IEnumerable<string> Names(JsonElement fields) => fields.EnumerateObject().Select(field => field.Name);

    private static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == actual.ValueKind && (expected.ValueKind != JsonValueKind.Number
        ? expected.ToString() == actual.ToString()
        : expected.TryGetInt64(out var whole) && actual.TryGetInt64(out var other) ? whole == other : expected.GetDouble() == actual.GetDouble());

    private static string Fnv1a(IEnumerable<long> values)
    {
        var hash = 14695981039346656037ul;
        foreach (var value in values)
        {
            for (var shift = 0; shift < 64; shift += 8)
            {
                hash = (hash ^ (byte)(value >> shift)) * 1099511628211ul;
            }
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
