using System.Globalization;

namespace InferBench.Core.Scenarios;

/// <summary>Why a run is not valid, in words, one line for each reason with what mends it.</summary>
internal static class InvalidReasons
{
    public static IReadOnlyList<string> Of(ScenarioResult result) =>
    [
        .. result.LatencyMet == false ? Latency(result) : [],
        .. result.MinDurationMet ? [] : Duration(result),
        .. result.MinQueriesMet ? [] : Queries(result),
        .. Stopping(result),
    ];

    private static IEnumerable<string> Latency(ScenarioResult result)
    {
        var settings = result.Settings;
        var percentile = settings.Percentile;
        return result.Tokens is { TtftNs: { } ttft, TpotNs: { } tpot }
            ? [
                .. Over("TTFT", ttft.PercentileNs(percentile), settings.TtftLimitNs, percentile),
                .. Over("TPOT", tpot.PercentileNs(percentile), settings.TpotLimitNs, percentile),
            ]
            : Over("latency", result.Latencies.PercentileNs(percentile), settings.TargetLatencyNs, percentile);
    }

    private static IEnumerable<string> Over(string what, long atPercentileNs, long limitNs, double percentile) => atPercentileNs <= limitNs
        ? []
        : [Text($"{Name(percentile)} {what} is {Milliseconds(atPercentileNs)} ms, over the limit of {Milliseconds(limitNs)} ms: reduce the target rate")];

    private static IEnumerable<string> Duration(ScenarioResult result)
    {
        var (until, mend) = result.Settings.Scenario switch
        {
            LoadScenario.Offline => ("the last sample was done", "increase the expected rate, so that there are more samples"),
            LoadScenario.Server => ("the last query was due", "increase the target rate or the number of queries"),
            _ => ("the last query was issued", "decrease the expected latency, so that there are more queries"),
        };
        yield return Text($"{until} {Seconds(result.DurationNs)} s after the start, before the {Seconds(checked(result.Settings.MinDurationMs * 1_000_000))} s that the run has to last: {mend}");
    }

    private static IEnumerable<string> Queries(ScenarioResult result)
    {
        if (result.QueryCount < result.Effective.MinQueryCount)
        {
            yield return Text($"queries: {result.QueryCount}, and {result.Effective.MinQueryCount} are needed: the run ended early");
        }
        else
        {
            yield return Text($"samples: {result.Latencies.Count}, and {result.Effective.MinSampleCount} are needed: the run ended early");
        }
    }

    private static IEnumerable<string> Stopping(ScenarioResult result)
    {
        var settings = result.Settings;
        if (result.TpotEarlyStopping is { Met: false })
        {
            yield return Stopping(result, "TPOT", result.Tokens!.TpotNs!, settings.TpotLimitNs);
        }
        else if (result.EarlyStopping is { Met: false })
        {
            yield return result.Tokens is { TtftNs: { } ttft }
                ? Stopping(result, "TTFT", ttft, settings.TtftLimitNs)
                : Stopping(result, "latency", result.Latencies, settings.TargetLatencyNs);
        }
    }

    private static string Stopping(ScenarioResult result, string what, LatencyFigures latencies, long limitNs)
    {
        var percentile = result.Settings.Percentile;
        if (result.Settings.Scenario != LoadScenario.Server)
        {
            return Text($"{result.QueryCount} {(result.QueryCount == 1 ? "query" : "queries")} cannot state {Name(percentile)} with 99 % confidence; {EarlyStopping.QueriesNeeded(percentile)} are needed");
        }

        var over = latencies.Over(limitNs);
        var more = EarlyStopping.UnderNeeded(over, percentile) + over - result.QueryCount;
        var (too, rest) = over == 0 ? ("too few queries", "more under it") : ("too many", "more queries under it");
        return Text($"{over} of {result.QueryCount} queries are over the {what} limit of {Milliseconds(limitNs)} ms, {too} to state {Name(percentile)} with 99 % confidence: {more} {rest} would be needed");
    }

    private static string Name(double percentile) => "P" + (percentile * 100).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Milliseconds(long nanoseconds) => (nanoseconds / 1e6).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Seconds(long nanoseconds) => (nanoseconds / 1e9).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
