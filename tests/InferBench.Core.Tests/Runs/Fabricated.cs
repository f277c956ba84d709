using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Runs;

/// <summary>Made-up rows of a small run.</summary>
internal static class Fabricated
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static RunStartedRow Start(params string[] keys) => new(At, new RunHeader(
        "20261120-100000-llama-15m",
        new ToolVersion("0.1.0", null, null),
        ["run"],
        new Plan(),
        PlanRules.Apply(new Plan { Threads = 2 }, "plan"),
        new RunEnvironment("Linux", "x64", null, 2, [], null, null, ".NET 10", null, null, []),
        new HourlyPrice(0.1, "assumed", null, true),
        [],
        [.. keys.Select((key, index) => new PlannedCell(key, new Cell("llama-15m", "fp32", "cpu", index + 1, 16, 2, 2)))]));

    /// <summary>A run of one-shot cells.</summary>
    public static RunStartedRow StartOneShot(params string[] keys)
    {
        var start = Start(keys);
        return start with
        {
            Header = start.Header with
            {
                Cells = [.. start.Header.Cells.Select(cell => cell with { Cell = cell.Cell with { PromptTokens = null, GeneratedTokens = null } })],
            },
        };
    }

    public static CellMeasuredRow MeasuredOneShot(string key)
    {
        var row = Measured(key);
        return row with
        {
            Measurement = row.Measurement with
            {
                Samples = [.. Enumerable.Range(0, 6).Select(i => new OperationSample(i * 20_000_000, [20_000_000 + i]))],
                OutputIds = null,
                DistinctOutputIds = null,
                KvCacheBytes = null,
                OneShot = new OneShotReport("x=float32[1x3]", InputSource.TestData, ["state"], Bound: true),
            },
        };
    }

    public static QualityReport Quality { get; } = new(
        QualityReport.CurrentSchemaVersion,
        new QualityModel("llama-15m", "fp32", "model.onnx", "00", Synthetic: true, new Estimate(2, 1.9, 2.1)),
        null, null, null, null, null, null, null, null,
        new QualityText("text.txt", null, "tokenizer.json (BPE)", 250, 4, 0, 256, 1_000),
        null, "cpu", 2, "1.29.0");

    public static CellMeasuredRow Measured(string key) => new(At, key, new CellMeasurement(
        [.. Enumerable.Range(0, 6).Select(i => new OperationSample(i * 20_000_000, [10_000_000, 20_000_000 + i]))],
        new WarmupReport(2, 40_000_000, true),
        StopReason.Interval,
        [5, 9],
        true,
        2,
        0,
        4096,
        null,
        null,
        170_000_000));
}
