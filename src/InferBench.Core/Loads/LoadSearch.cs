using InferBench.Core.Scenarios;

namespace InferBench.Core.Loads;

/// <summary>How finely <c>inferbench load --search</c> looks, and when it gives up: each rate costs a whole run, and a low one a long run.</summary>
public static class LoadSearch
{
    /// <summary>Ratio of the lowest rate that is not valid to the highest that is, at which the search ends.</summary>
    public const double Precision = 1.05;

    /// <summary>Rates to try, at most.</summary>
    public const int MaxTrials = 12;

    /// <summary>Share of the time in which the machine is busy, below which hardly a query waits for another.</summary>
    private const double Idle = 0.1;

    /// <summary>Whether a lower rate cannot help: even the fastest query is over a limit, or queries do not wait for each other as it is.</summary>
    /// <param name="record">A run that is not valid.</param>
    /// <param name="result">What it amounts to.</param>
    public static bool IsHopeless(LoadRecord record, ScenarioResult result)
    {
        var settings = record.Settings;
        var tooSlow = result.Tokens is { TtftNs: { } ttft, TpotNs: { } tpot }
            ? ttft.MinNs > settings.TtftLimitNs || tpot.MinNs > settings.TpotLimitNs
            : result.Latencies.MinNs > settings.TargetLatencyNs;
        return tooSlow || record.Utilization < Idle;
    }
}
