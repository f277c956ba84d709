namespace InferBench.Core.Scenarios;

/// <summary>LoadGen's own sentences about a run that is not valid, spelling included, so that logs can be compared.</summary>
internal static class LoadGenWords
{
    /// <summary>As its detail log has it: nothing about early stopping, which has a field of its own.</summary>
    public static string InvalidReason(ScenarioResult result)
    {
        var text = "";
        if (result.LatencyMet == false)
        {
            text += Latency(result) + " ";
        }

        if (!result.MinDurationMet)
        {
            text += Duration(result.Settings.Scenario) + " ";
        }

        if (!result.MinQueriesMet)
        {
            text += "The test exited early, before enough queries were issued.";
        }

        return text.Replace('\n', ' ');
    }

    private static string Latency(ScenarioResult result)
    {
        if (result.Tokens is not { TtftNs: { } ttft, TpotNs: { } tpot })
        {
            return "Reduce target QPS to improve latency.";
        }

        var settings = result.Settings;
        List<string> missed = [];
        if (ttft.PercentileNs(settings.Percentile) > settings.TtftLimitNs)
        {
            missed.Add("TTFT constrain not met: Reduce target QPS to improve latency.");
        }

        if (tpot.PercentileNs(settings.Percentile) > settings.TpotLimitNs)
        {
            missed.Add("TPOT constrain not met: Reduce target QPS to improve latency.");
        }

        return string.Join("\n * ", missed);
    }

    private static string Duration(LoadScenario scenario) => scenario switch
    {
        LoadScenario.Server => "Increase the target QPS so the loadgen pre-generates more queries.",
        LoadScenario.Offline => "Increase expected QPS so the loadgen pre-generates a larger (coalesced) query.",
        _ => "Decrease the expected latency so the loadgen pre-generates more queries.",
    };
}
