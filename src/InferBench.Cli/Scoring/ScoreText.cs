using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Core.Scenarios;

namespace InferBench.Cli.Scoring;

/// <summary>A scored run in words: validity first, each reason on a line, then the figures.</summary>
internal static class ScoreText
{
    public static void Show(Screen screen, ScenarioResult result)
    {
        foreach (var line in Lines(result))
        {
            screen.Line(line);
        }
    }

    internal static IEnumerable<string> Lines(ScenarioResult result) =>
    [
        $"{(result.Valid ? "VALID" : "INVALID")}: {result.Settings.Scenario}, {Counts(result)}",
        .. result.Reasons.Select(reason => $"  reason: {reason}"),
        .. Figures(result).Select(figure => $"  {figure.Name,-22} {figure.Value}"),
        .. result.Errors.Select(error => $"  LoadGen error: {error.Text}"),
    ];

    private static string Counts(ScenarioResult result) => result.QueryCount == result.Latencies.Count
        ? Plural(result.QueryCount, "query", "queries")
        : $"{Plural(result.QueryCount, "query", "queries")}, {Plural(result.Latencies.Count, "sample", "samples")}";

    private static IEnumerable<(string Name, string Value)> Figures(ScenarioResult result) =>
    [
        .. Headline(result),
        ("duration", Text($"{result.DurationNs / 1e9:0.###} s, at least {result.Settings.MinDurationMs / 1e3:0.###} s asked")),
        .. Rates(result),
        .. result.QueryLatencies is { } queries ? Latencies("query latency", queries) : [],
        .. Latencies(result.QueryLatencies is null ? "latency" : "sample latency", result.Latencies),
        .. result.Tokens is { TtftNs: { } ttft, TpotNs: { } tpot } ? [.. Latencies("TTFT", ttft), .. Latencies("TPOT", tpot)] : Array.Empty<(string, string)>(),
    ];

    private static IEnumerable<(string Name, string Value)> Headline(ScenarioResult result)
    {
        var settings = result.Settings;
        var percentile = Percentile(settings.Percentile);
        if (result.EarlyStopping?.EstimateNs is { } estimate && result.Tokens is null)
        {
            yield return ("early stopping", Text($"{percentile} is at most {Milliseconds(estimate)}, with 99 % confidence"));
        }

        if (result.EarlyStopping?.Estimate99Ns is { } estimate99 && result.Tokens is null)
        {
            yield return ("", Text($"P99 is at most {Milliseconds(estimate99)}, with 99 % confidence"));
        }

        if (result.OverLatencyCount is { } over && result.Tokens is null)
        {
            yield return ("over the limit", Text($"{over} of {Plural(result.QueryCount, "query", "queries")}; the limit is {Milliseconds(settings.TargetLatencyNs)} at {percentile}"));
        }

        if (result.Tokens is { TtftNs: { } ttft, TpotNs: { } tpot } && settings.Scenario == LoadScenario.Server)
        {
            yield return ("over the TTFT limit", Text($"{ttft.Over(settings.TtftLimitNs)} of {result.QueryCount}; the limit is {Milliseconds(settings.TtftLimitNs)} at {percentile}"));
            yield return ("over the TPOT limit", Text($"{tpot.Over(settings.TpotLimitNs)} of {result.QueryCount}; the limit is {Milliseconds(settings.TpotLimitNs)} at {percentile}"));
        }
    }

    private static IEnumerable<(string Name, string Value)> Rates(ScenarioResult result)
    {
        if (result.CompletedRate?.PerSecond is { } completed)
        {
            yield return ("completed", Text($"{completed:0.######} samples/s"));
        }

        if (result.IssuedRate?.PerSecond is { } issued)
        {
            yield return (result.Settings.Scenario == LoadScenario.Server ? "scheduled" : "issued", Text($"{issued:0.######} queries/s"));
        }

        if (result.TokenRate?.PerSecond is { } tokens)
        {
            yield return ("tokens", Text($"{tokens:0.######} tok/s{(result.Tokens is null ? " (inferred)" : "")}"));
        }
    }

    private static IEnumerable<(string Name, string Value)> Latencies(string name, LatencyFigures latencies) =>
    [
        ($"{name} min", Milliseconds(latencies.MinNs)),
        ($"{name} mean", Milliseconds(latencies.MeanNs)),
        .. LatencyFigures.Reported.Select(percentile => ($"{name} {Percentile(percentile)}", Milliseconds(latencies.PercentileNs(percentile)))),
        ($"{name} max", Milliseconds(latencies.MaxNs)),
    ];

    private static string Percentile(double percentile) => "P" + (percentile * 100).ToString("0.#######", CultureInfo.InvariantCulture);

    private static string Milliseconds(long nanoseconds) => Text($"{nanoseconds / 1e6:0.######} ms");

    private static string Plural(long count, string one, string many) => Text($"{count} {(count == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
