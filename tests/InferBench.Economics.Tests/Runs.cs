using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Economics.Tests;

/// <summary>Run documents made up for a test: only what a cost is computed from.</summary>
internal static class Runs
{
    public static RunDocument Of(double usdPerHour, params IReadOnlyList<RunCell> cells) => new()
    {
        SchemaVersion = RunDocument.CurrentSchemaVersion,
        RunId = "test",
        Tool = new("0.1.0", null, null),
        StartedAt = DateTimeOffset.UnixEpoch,
        Complete = true,
        Argv = [],
        PlanAsked = new(),
        Plan = Plan.Defaults,
        Environment = Machine(),
        Price = new(usdPerHour, "a test", null, Assumed: false),
        Models = [],
        Shards = [],
        Cells = cells,
    };

    public static RunEnvironment Machine(int cores = 2, params IReadOnlyList<string> gpus) => new(
        "Linux", "x64", null, cores, [], null, null, ".NET 10", null, null,
        [.. gpus.Select((name, index) => new GpuDevice(index, name, null, null, null, null))]);

    public static RunCell Measured(string precision, int batch, double outputRate, double? perUser = null, Verdict? verdict = Verdict.Valid) => new(
        $"{precision}-{batch}",
        new("m", precision, "cpu", batch, 128, 64, 2),
        CellStatus.Measured,
        Error: null,
        Measurement: null,
        new(
            Operations: 10,
            TtftNs: new(10, new(1e6, null, null), 1e6, null, null, null, null, 1e6),
            TpotNs: null,
            ItlNs: null,
            E2eNs: new(10, new(1e7, null, null), 1e7, null, null, null, null, 1e7),
            PrefillTokensPerSecond: new(1000, null, null),
            DecodeTokensPerSecond: null,
            OutputTokensPerSecond: new(outputRate, outputRate * 0.98, outputRate * 1.02),
            PerUserTokensPerSecond: perUser is { } speed ? new(speed, null, null) : null),
        verdict is { } given ? new(given, []) : null);

    public static RunCell Items(string precision, int batch, double itemRate, Verdict? verdict = Verdict.Valid) => new(
        $"items-{precision}-{batch}",
        new("vision", precision, "cpu", batch, null, null, 2),
        CellStatus.Measured,
        Error: null,
        Measurement: null,
        Metrics: null,
        verdict is { } given ? new(given, []) : null)
    {
        Items = new(10, new(10, new(1e6, null, null), 1e6, null, null, null, null, 1e6), new(itemRate, itemRate * 0.98, itemRate * 1.02), null),
    };

    public static RunCell Failed(string precision, int batch) => new(
        $"{precision}-{batch}", new("m", precision, "cpu", batch, 128, 64, 2), CellStatus.Failed, "out of memory", null, null, null);
}
