using System.Globalization;
using InferBench.Cli.Scoring;
using InferBench.Core.Loads;
using InferBench.Core.Scenarios;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Loads;

/// <summary>A scenario in words: validity first, then the figures, what the harness itself did, and the cost.</summary>
internal static class LoadText
{
    /// <summary>Of every scenario (mlperf.conf).</summary>
    private const long MlperfDurationMs = 600_000;

    public static IEnumerable<string> Lines(LoadReport report) =>
    [
        .. report.Request.Search ? Search(report) : [],
        .. ScoreText.Lines(report.Chosen.Result),
        .. Facts(report).Select(figure => $"  {figure.Name,-22} {figure.Value}"),
        RunWords.PriceOrigin(report.Header.Price),
        .. Mlperf(report.Chosen.Record.Settings),
    ];

    /// <summary>One rate that was tried.</summary>
    public static string Probe(LoadProbe probe)
    {
        var settings = probe.Record.Settings;
        var (what, figures) = probe.Result.Tokens is { TtftNs: { } ttft } ? ("TTFT", ttft) : ("latency", probe.Result.Latencies);
        return Text($"{Rate(settings.TargetQps)}: {(probe.Result.Valid ? "VALID" : "INVALID")}, {Percentile(settings.Percentile)} {what} {Milliseconds(figures.PercentileNs(settings.Percentile))}, {probe.Result.QueryCount} queries{(probe.Result.Reasons is [var reason, ..] ? $": {reason}" : "")}");
    }

    private static IEnumerable<string> Search(LoadReport report) =>
    [
        "Rates that were tried:",
        .. report.Probes.Select(probe => "  " + Probe(probe)),
        (report.Best, report.LowestInvalidQps) switch
        {
            (null, _) => $"No rate that was tried is valid, the lowest neither: {Rate(report.Chosen.Record.Settings.TargetQps)}. Its run:",
            ({ } best, { } over) => $"The highest valid rate is {Rate(best.Record.Settings.TargetQps)}; {Rate(over)} is not valid. Its run:",
            ({ } best, null) => $"The highest rate that was tried, {Rate(best.Record.Settings.TargetQps)}, is valid: the system may be faster still. Its run:",
        },
    ];

    private static IEnumerable<(string Name, string Value)> Facts(LoadReport report)
    {
        var (record, result) = (report.Chosen.Record, report.Chosen.Result);
        return
        [
            .. result.Tokens is null ? Tokens(record) : [],
            ("done", Text($"{record.SamplesPerSecond:0.###} samples/s")),
            .. record.OutputTokensPerSecond is { } rate ? [("output tokens", Text($"{rate:0.###} tok/s"))] : Array.Empty<(string, string)>(),
            .. record.LatenessNs is { } lateness ? [("scheduler lateness", Lateness(LatencyFigures.Of(lateness)))] : Array.Empty<(string, string)>(),
            ("batches", Batches(record)),
            .. Padded(record),
            .. record.EndedEarly ? [("ended early", Text($"more than {record.MaxWaiting} queries were waiting; the rest was not issued"))] : Array.Empty<(string, string)>(),
            ("busy", Text($"{record.Utilization * 100:0.#} % of the time")),
            ("cost", Cost(report)),
        ];
    }

    /// <summary>Where the settings have no limits of tokens, LoadGen does not look at them, and a person still wants to.</summary>
    private static IEnumerable<(string Name, string Value)> Tokens(LoadRecord record)
    {
        if (record.Run.Tokens is not { TtftNs: { } first } tokens)
        {
            return [];
        }

        var rest = record.Run.LatenciesNs.Zip(first, tokens.Counts).Where(sample => sample.Third > 1).Select(sample => (sample.First - sample.Second) / (sample.Third - 1)).ToList();
        return [("TTFT", Percentiles(first)), .. rest.Count == 0 ? [] : new[] { ("TPOT", Percentiles(rest)) }];
    }

    private static string Percentiles(IReadOnlyList<long> values)
    {
        var figures = LatencyFigures.Of(values);
        return $"P50 {Milliseconds(figures.PercentileNs(0.5))}, P90 {Milliseconds(figures.PercentileNs(0.9))}, P99 {Milliseconds(figures.PercentileNs(0.99))}";
    }

    private static string Lateness(LatencyFigures lateness) => Text(
        $"median {Milliseconds(lateness.PercentileNs(0.5))}, P99 {Milliseconds(lateness.PercentileNs(0.99))}; time that the harness itself took, a part of the latencies");

    private static string Batches(LoadRecord record) =>
        string.Join(", ", record.Batches.Where(use => use.Batches > 0).Select(use => Text($"{use.Batches} of {use.Size}")));

    private static IEnumerable<(string Name, string Value)> Padded(LoadRecord record)
    {
        var padded = record.Batches.Sum(use => use.Padded);
        var rows = record.Batches.Sum(use => use.Size * use.Batches);
        return padded == 0 ? [] : [("padding", Text($"{padded} of {rows} rows held no query: batches are padded to the next size, and that work is lost"))];
    }

    private static string Cost(LoadReport report)
    {
        var unit = report.Unit == CostUnit.Items ? "items" : "output tokens";
        var load = report.Request.Settings.Scenario == LoadScenario.Server
            ? Text($", at the rate that was completed: the machine was busy {report.Chosen.Record.Utilization * 100:0.#} % of the time, and a fuller one costs less for each")
            : ", with the machine never idle between queries";
        return $"{Figures.Usd(report.UsdPerMillion)} per million {unit}{load}";
    }

    private static IEnumerable<string> Mlperf(ScenarioSettings settings) => settings.MinDurationMs >= MlperfDurationMs ? []
        : [Text($"MLPerf asks for at least {MlperfDurationMs / 1000} s; this run was asked for {settings.MinDurationMs / 1e3:0.###} s, so it follows LoadGen's rules and is no MLPerf result.")];

    private static string Rate(double qps) => Text($"{qps:0.####} queries/s");

    private static string Percentile(double percentile) => "P" + (percentile * 100).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Milliseconds(long nanoseconds) => Text($"{nanoseconds / 1e6:0.###} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
