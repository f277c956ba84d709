using System.Text.Json;

namespace InferBench.Core.Scenarios;

/// <summary>The part of <see cref="LoadGenLog"/> about tokens.</summary>
internal static class LoadGenTokenLog
{
    public static void Write(Utf8JsonWriter json, ScenarioResult result)
    {
        if (result.Tokens is { } tokens)
        {
            WriteTimed(json, result, tokens);
        }

        if (result.Settings.InferredTokensPerSample is { } each && result.CompletedRate is { } rate)
        {
            var name = result.Settings.Scenario == LoadScenario.Server ? "result_inferred_completed_tokens_per_second" : "result_inferred_tokens_per_second";
            LoadGenLog.WriteRate(json, name, rate with { Count = rate.Count * each });
        }
    }

    private static void WriteTimed(Utf8JsonWriter json, ScenarioResult result, TokenFigures tokens)
    {
        if (tokens is not { TtftNs: { } ttft, TpotNs: { } tpot })
        {
            LoadGenLog.WriteRate(json, "result_tokens_per_second", result.TokenRate!.Value);
            return;
        }

        LoadGenLog.WriteLatencies(json, "result_first_token_{0}_latency_ns", "result_first_token_{0}_percentile_latency_ns", ttft);
        LoadGenLog.WriteDouble(json, "result_token_throughput_with_loadgen_overhead", tokens.Count / (result.FinalQueryIssuedNs!.Value / 1e9));

        // Per nanosecond, as LoadGen has it.
        LoadGenLog.WriteDouble(json, "result_token_throughput", tokens.Count / (double)(result.Latencies.MeanNs * result.Latencies.Count));
        LoadGenLog.WritePercentiles(json, "result_time_per_output_token_{0}_percentile_ns", tpot);
        json.WriteNumber("result_time_to_output_token_min", tpot.MinNs);
        json.WriteNumber("result_time_to_output_token_max", tpot.MaxNs);
        json.WriteNumber("result_time_to_output_token_mean", tpot.MeanNs);
        LoadGenLog.WriteRate(json, "result_completed_tokens_per_second", result.TokenRate!.Value);
    }
}
