using System.Text.Json;

namespace InferBench.Core.Scenarios;

/// <summary>A result under the names and with the values of LoadGen's own detail log (<c>PerformanceSummary::LogDetail</c> in results.cc).</summary>
public static class LoadGenLog
{
    /// <summary>One JSON object. Doubles have LoadGen's six significant digits; those that are no number are the strings <c>-nan</c> and <c>inf</c>.</summary>
    public static void Write(Utf8JsonWriter json, ScenarioResult result)
    {
        json.WriteStartObject();
        WriteSettings(json, result);
        WriteValidity(json, result);
        WriteScenario(json, result);
        WriteLatencies(json, "result_{0}_latency_ns", "result_{0}_percentile_latency_ns", result.Latencies);
        LoadGenTokenLog.Write(json, result);
        json.WriteNumber("num_errors", result.Errors.Sum(error => error.Count));
        json.WriteEndObject();
    }

    internal static void WriteLatencies(Utf8JsonWriter json, string name, string percentileName, LatencyFigures latencies)
    {
        json.WriteNumber(Name(name, "min"), latencies.MinNs);
        json.WriteNumber(Name(name, "max"), latencies.MaxNs);
        json.WriteNumber(Name(name, "mean"), latencies.MeanNs);
        WritePercentiles(json, percentileName, latencies);
    }

    internal static void WritePercentiles(Utf8JsonWriter json, string name, LatencyFigures latencies)
    {
        foreach (var percentile in LatencyFigures.Reported)
        {
            json.WriteNumber(Name(name, LoadGenText.TwoDecimals(percentile * 100)), latencies.PercentileNs(percentile));
        }
    }

    /// <summary>The division is LoadGen's own, by zero too.</summary>
    internal static void WriteRate(Utf8JsonWriter json, string name, Rate rate) => WriteDouble(json, name, rate.Count / rate.Seconds);

    internal static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        if (double.IsFinite(value))
        {
            json.WriteRawValue(LoadGenText.General(value));
        }
        else
        {
            json.WriteStringValue(LoadGenText.General(value));
        }
    }

    private static void WriteSettings(Utf8JsonWriter json, ScenarioResult result)
    {
        var (settings, effective) = (result.Settings, result.Effective);
        json.WriteString("effective_scenario", settings.Scenario.ToString());
        json.WriteString("effective_test_mode", "PerformanceOnly");
        json.WriteNumber("effective_samples_per_query", effective.SamplesPerQuery);
        WriteDouble(json, "effective_target_qps", effective.TargetQps);
        json.WriteNumber("effective_target_latency_ns", effective.TargetLatencyNs ?? 0);
        WriteDouble(json, "effective_target_latency_percentile", effective.Percentile);
        json.WriteNumber("effective_max_async_queries", effective.MaxAsyncQueries ?? 0);
        json.WriteNumber("effective_target_duration_ms", effective.TargetDurationMs);
        json.WriteNumber("effective_min_duration_ms", settings.MinDurationMs);
        json.WriteNumber("effective_max_duration_ms", settings.MaxDurationMs ?? 0);
        json.WriteNumber("effective_min_query_count", effective.MinQueryCount);
        json.WriteNumber("effective_max_query_count", settings.MaxQueryCount ?? 0);
        json.WriteNumber("effective_min_sample_count", effective.MinSampleCount);
        json.WriteNumber("effective_performance_sample_count", effective.PerformanceSamples);
        json.WriteNumber("effective_accuracy_sample_count", settings.DatasetSamples);
        json.WriteBoolean("effective_sample_concatenate_permutation", settings.EqualIssue);
        if (result.Generated is { } generated)
        {
            json.WriteNumber("generated_query_count", generated.Count);
            json.WriteNumber("generated_samples_per_query", generated.SamplesPerQuery);
            json.WriteNumber("generated_query_duration", generated.DurationNs);
        }
    }

    private static void WriteValidity(Utf8JsonWriter json, ScenarioResult result)
    {
        json.WriteString("result_validity", result.Valid ? "VALID" : "INVALID");
        if (result.LatencyMet is { } latencyMet)
        {
            json.WriteBoolean("result_perf_constraints_met", latencyMet);
        }

        json.WriteBoolean("result_min_duration_met", result.MinDurationMet);
        json.WriteBoolean("result_min_queries_met", result.MinQueriesMet);
        json.WriteBoolean("early_stopping_met", result.EarlyStoppingMet);
        if (!result.Valid)
        {
            json.WriteString("result_invalid_reason", LoadGenWords.InvalidReason(result));
        }

        if (result.TpotEarlyStopping is { } tpot)
        {
            json.WriteString("early_stopping_ttft_result", OneLine(result.EarlyStopping?.Text ?? ""));
            json.WriteString("early_stopping_tpot_result", OneLine(tpot.Text));
        }
        else
        {
            json.WriteString("early_stopping_result", OneLine(result.EarlyStopping!.Text));
        }

        json.WriteNumber("result_query_count", result.QueryCount);
        if (result.OverLatencyCount is { } over)
        {
            json.WriteNumber("result_overlatency_query_count", over);
        }
    }

    private static void WriteScenario(Utf8JsonWriter json, ScenarioResult result)
    {
        // Where tokens are timed, TTFT's estimate is written over TPOT's.
        var stopping = result.EarlyStopping ?? result.TpotEarlyStopping!;
        switch (result.Settings.Scenario)
        {
            case LoadScenario.SingleStream:
                WriteRate(json, "result_qps_with_loadgen_overhead", result.IssuedRate!.Value);
                WriteDouble(json, "result_qps_without_loadgen_overhead", 1 / (result.Latencies.MeanNs / 1e9));
                json.WriteNumber("early_stopping_latency_ss", stopping.EstimateNs ?? 0);
                json.WriteNumber("early_stopping_latency_ms", stopping.Estimate99Ns ?? 0);
                break;
            case LoadScenario.MultiStream:
                WriteLatencies(json, "result_{0}_query_latency_ns", "result_{0}_percentile_per_query_latency_ns", result.QueryLatencies!);
                json.WriteNumber("early_stopping_latency_ms", stopping.EstimateNs ?? 0);
                break;
            case LoadScenario.Server:
                WriteRate(json, "result_scheduled_samples_per_sec", result.IssuedRate!.Value);
                WriteRate(json, "result_completed_samples_per_sec", result.CompletedRate!.Value);
                break;
            default:
                WriteRate(json, "result_samples_per_second", result.CompletedRate!.Value);
                break;
        }
    }

    private static string Name(string pattern, string part) => pattern.Replace("{0}", part, StringComparison.Ordinal);

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
