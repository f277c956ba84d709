using System.Globalization;
using System.Text.Json;

namespace InferBench.Core.Scenarios;

/// <summary>Writes a run as <see cref="RecordedRunReader"/> reads it: scored again, it gives the same result.</summary>
public static class RecordedRunWriter
{
    /// <summary>The fields of a JSON object that has been begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, ScenarioSettings settings, ScenarioRun run)
    {
        json.WriteString("scenario", settings.Scenario.ToString());
        WriteSettings(json, settings);
        json.WriteStartObject("exact_inputs");
        WriteKnown(json, "final_query_issued_ns", run.FinalQueryIssuedNs);
        WriteKnown(json, "final_query_scheduled_ns", run.FinalQueryScheduledNs);
        WriteKnown(json, "final_query_done_ns", run.FinalQueryDoneNs);
        WriteKnown(json, "max_latency_ns", run.MaxLatencyNs);
        json.WriteEndObject();
        if (run.Tokens is { } tokens)
        {
            json.WriteStartObject("tokens");
            WriteList(json, "n_tokens", tokens.Counts);
            if (tokens.TtftNs is { } first)
            {
                WriteList(json, "ttft_ns", first);
            }

            json.WriteEndObject();
        }

        WriteList(json, "latencies_ns", run.LatenciesNs);
    }

    /// <summary>As a property called <c>settings</c>, under LoadGen's names; 0 is no limit.</summary>
    public static void WriteSettings(Utf8JsonWriter json, ScenarioSettings settings)
    {
        json.WriteStartObject("settings");
        json.WriteNumber("percentile", settings.Percentile);
        json.WriteNumber("min_duration_ms", settings.MinDurationMs);
        json.WriteNumber("max_duration_ms", settings.MaxDurationMs ?? 0);
        json.WriteNumber("min_query_count", settings.MinQueryCount);
        json.WriteNumber("max_query_count", settings.MaxQueryCount ?? 0);
        json.WriteNumber("expected_latency_ns", settings.ExpectedLatencyNs);
        json.WriteNumber("target_qps", settings.TargetQps);
        json.WriteNumber("target_latency_ns", settings.TargetLatencyNs);
        json.WriteNumber("max_async_queries", settings.MaxAsyncQueries ?? 0);
        json.WriteNumber("spq", settings.SamplesPerQuery);
        json.WriteNumber("schedule_rng_seed", settings.ScheduleSeed);
        json.WriteNumber("qsl_rng_seed", settings.QslSeed);
        json.WriteNumber("sample_index_rng_seed", settings.SampleIndexSeed);
        json.WriteNumber("qsl_total", settings.DatasetSamples);
        json.WriteNumber("performance_sample_count", settings.PerformanceSamples ?? 0);
        json.WriteNumber("performance_sample_count_override", settings.PerformanceSamplesOverride ?? 0);
        json.WriteBoolean("equal_issue", settings.EqualIssue);
        json.WriteBoolean("performance_issue_unique", settings.IssueUnique);
        json.WriteBoolean("performance_issue_same", settings.IssueSame);
        json.WriteNumber("performance_issue_same_index", settings.IssueSameIndex);
        json.WriteBoolean("use_token_latencies", settings.UseTokenLatencies);
        json.WriteNumber("ttft_latency_ns", settings.TtftLimitNs);
        json.WriteNumber("tpot_latency_ns", settings.TpotLimitNs);
        json.WriteNumber("infer_tokens", settings.InferredTokensPerSample ?? 0);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>On one line, however long: a line for each of thousands is read by nobody.</summary>
    public static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<long> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]", skipInputValidation: true);
    }
}
