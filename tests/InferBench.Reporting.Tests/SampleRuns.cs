using InferBench.Core.Ceilings;
using InferBench.Core.Metrics;
using InferBench.Core.Placement;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Reporting.Tests;

/// <summary>Run documents made up for tests: the figures are invented but hang together.</summary>
internal static class SampleRuns
{
    /// <summary>Names that try to break out of every format that they are written in.</summary>
    public static IReadOnlyList<string> HostileNames { get; } =
    [
        "<script>alert('x')</script>\"&amp;]]>",
        "=HYPERLINK(\"http://example.invalid\",\"free\")",
        "شبكة عصبية \u202Egnp.exe\u202C `code` | pipe",
        new string('W', 300),
        "line\r\nbreak\t\0\u0007\uFFFE\uD800 [link](javascript:1) **bold** # ~~x~~",
        "--></style><!--",
    ];

    /// <summary>The default run: three precisions at four batch sizes on a CPU, one cell in doubt and one that crashed.</summary>
    public static RunDocument Default()
    {
        RunCell[] cells =
        [
            .. Sweep("llama-110m", "fp32", "cpu", [(1, 31), (2, 55), (4, 88), (8, 121)]),
            .. Sweep("llama-110m", "int8-dyn-chan", "cpu", [(1, 82), (2, 141), (4, 214), (8, 268)]),
            .. Sweep("llama-110m", "int4-rtn-b32-sym", "cpu", [(1, 98), (2, 160), (4, 196), (8, 211)]),
        ];
        cells[6] = cells[6] with { Validity = new(Verdict.Suspect, ["CPU time was stolen: 3.2 % of the cell"]) };
        cells[11] = Broken(cells[11], CellStatus.Crashed, "the worker process died with signal 9; the machine may have run out of memory");
        return Of(cells);
    }

    /// <summary>The default run with trained weights, each precision scored against fp32 on a text, but one that could not be.</summary>
    public static RunDocument Scored()
    {
        var run = Default();
        return run with
        {
            Cells =
            [
                .. run.Cells.Select(cell => cell.Cell.Precision switch
                {
                    "fp32" => cell with { Quality = Quality("fp32", 1.8495, null) },
                    "int8-dyn-chan" => cell with { QualityError = "tokenizer.json: <script>there</script> is no tokenizer beside this model" },
                    _ => cell with { Quality = Quality(cell.Cell.Precision, 1.9341, 4.57) },
                }),
            ],
        };
    }

    /// <summary>A run that has everything: quality, raw samples, energy and ceilings.</summary>
    public static RunDocument Whole()
    {
        var run = Scored();
        return run with
        {
            Ceilings =
            [
                new MachineCeilings(
                    "cpu",
                    2,
                    [
                        new Ceiling(CeilingKind.MemoryRead, null, "reads", 40e9, 39e9, 0.02, [40e9, 39e9], 9, 1, null),
                        new Ceiling(CeilingKind.MatMul, "fp32", "MatMul", 200e9, 199e9, 0.02, [200e9, 199e9], 9, 1, 2),
                    ],
                    [],
                    null,
                    1),
            ],
            Models = [.. run.Models.Select(model => model with { MultipliedParameters = 100_000_000, KvBytesPerToken = 10_000, DecodeWeightBytes = 400_000_000 })],
            Cells = [.. run.Cells.Select(cell => cell.Metrics is null ? cell : Sampled(cell) with
            {
                Efficiency = new CellEfficiency(400e6, new Estimate(0.5, 0.49, 0.51), 40e9, null, null, 200e9),
                Energy = new CellEnergy("NVML energy counter", 64 * cell.Cell.Batch * 0.25, 16, 2.0 / (cell.Cell.Batch + 3), 60),
            })],
        };
    }

    /// <summary>A model on a GPU with all that is known of it there, beside one whose steps could not be captured, and the same on the CPU.</summary>
    public static RunDocument Gpu()
    {
        var run = Of(
        [
            .. Sweep("llama-1b", "fp16", "cuda", [(1, 410), (64, 14_100)]).Select(cell => cell with
            {
                Device = new(new(12_400, 9_800_000, 9_100, 2_200), new(8_300, 2_310_000, 9_700, 1_900)),
            }),
            .. Sweep("llama-1b", "fp32", "cuda", [(1, 205)]),
            .. Sweep("llama-1b", "fp32", "cpu", [(1, 6)]),
        ]);
        return run with
        {
            Shards =
            [
                new("llama-1b fp16 cuda", Session("cuda", "shared", new("graph assignment", Nodes(("CPUExecutionProvider", 2), ("CUDAExecutionProvider", 211)), [], 2, 0), "graph", "captured"), null),
                new(
                    "llama-1b fp32 cuda",
                    Session(
                        "cuda", "growing", new("graph assignment", Nodes(("CPUExecutionProvider", 9), ("CUDAExecutionProvider", 304)), [new("com.microsoft.GroupQueryAttention", 8)], 1, 33),
                        "graph", "off (the cache grows from step to step; only GroupQueryAttention has one of fixed shape)"),
                    null),
                new("llama-1b fp32 cpu", Session("cpu", "shared", new("graph assignment", Nodes(("CPUExecutionProvider", 213)), [], 0, 0), "host", null), null),
                new("llama-1b bf16 cpu", null, "it cannot be loaded"),
            ],
        };
    }

    private static SessionReport Session(string provider, string cache, NodePlacement placement, string selection, string? cudaGraph) => new(
        provider, new Dictionary<string, string>(), new Dictionary<string, string>(), 2, cache, 1, null, "1.29.0", ServerGc: false, TieredPgo: true, placement, selection, cudaGraph);

    private static Dictionary<string, int> Nodes(params (string Provider, int Count)[] nodes) => nodes.ToDictionary(node => node.Provider, node => node.Count);

    /// <summary>With raw operations that spread around its mean times, each as many percent off as its number says.</summary>
    public static RunCell Sampled(RunCell cell, int operations = 12)
    {
        var (first, step) = (cell.Metrics!.TtftNs.Mean.Value, cell.Metrics.TpotNs?.Mean.Value ?? 0);
        return cell with
        {
            Measurement = new(
                [
                    .. Enumerable.Range(0, operations).Select(operation => new OperationSample(
                        operation * 10_000_000_000L,
                        [.. Enumerable.Range(0, cell.Cell.GeneratedTokens!.Value).Select(token => (long)((first + (token * step)) * (0.94 + (0.01 * operation))))])),
                ],
                new(2, 1_000_000, true), StopReason.Interval, [1, 2], true, 2, 0, 1_000, null, null, 1_000_000),
        };
    }

    private static QualityReport Quality(string precision, double perplexity, double? change) => new(
        QualityReport.CurrentSchemaVersion,
        new QualityModel("llama-110m", precision, "model.onnx", new string('a', 64), Synthetic: false, new Estimate(perplexity, perplexity - 0.2, perplexity + 0.2)),
        change is null ? null : new QualityModel("llama-110m", "fp32", "model.onnx", new string('b', 64), Synthetic: false, new Estimate(1.8495, 1.65, 2.05)),
        change is { } percent ? new Estimate(percent, percent - 0.4, percent + 0.4) : null,
        change is null ? null : 0.0181,
        change is null ? null : 0.212,
        change is null ? null : new Estimate(0.9312, 0.916, 0.944),
        change is null ? null : 41,
        change is null ? null : 64,
        change is null ? null : 32,
        new QualityText("tinystories.txt", null, "tokenizer.json (BPE)", 963.4, 5, 5, 256, 1_275),
        null,
        "cpu",
        2,
        "1.29.0");

    public static RunDocument Of(params IReadOnlyList<RunCell> cells) => new()
    {
        SchemaVersion = RunDocument.CurrentSchemaVersion,
        RunId = "2026-11-20-llama-110m-7f3a",
        Tool = new("0.1.0", "35100a4c0ffee", GitDirty: true),
        StartedAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
        EndedAt = new(2026, 11, 20, 9, 33, 12, TimeSpan.Zero),
        Complete = true,
        Argv = ["run", "--batch", "1,2,4-8*2", "--note", "it's mine"],
        PlanAsked = new(),
        Plan = Plan.Defaults,
        Environment = new(
            "Linux 6.1", "x64", "AMD EPYC 7B13", 2, ["avx2"], 33_554_432, 8_000_000_000, ".NET 10.0.1", "1.29.0", null, []),
        Price = new(0.10, "2 cores at $0.05 per core-hour, a round figure for general-purpose cloud machines on demand; not a quote", new(2026, 11, 20), Assumed: true),
        Models =
        [
            .. cells.Select(cell => (cell.Cell.Model, cell.Cell.Precision, cell.Cell.Provider)).Distinct().Select(model => new RunModel(
                model.Model, model.Precision, model.Provider, "model.onnx", new string('a', 64), 440_000_000, 110_000_000, null, "genai", 2048, Synthetic: true)),
        ],
        Shards = [],
        Cells = cells,
    };

    public static IEnumerable<RunCell> Sweep(string model, string precision, string provider, IEnumerable<(int Batch, double Rate)> rates) =>
        rates.Select(point => Measured(new(model, precision, provider, point.Batch, 128, 64, 2), point.Rate));

    public static RunCell Measured(Cell cell, double outputRate, double relativeInterval = 0.018)
    {
        var e2eNs = cell.Batch * cell.GeneratedTokens!.Value / outputRate * 1e9;
        var ttftNs = e2eNs * 0.2;
        var tpotNs = (e2eNs - ttftNs) / Math.Max(cell.GeneratedTokens.Value - 1, 1);
        var decodes = cell.GeneratedTokens > 1;

        Estimate Around(double value) => new(value, value * (1 - relativeInterval), value * (1 + relativeInterval));
        Distribution Spread(double value) => new(12, Around(value), value * 0.97, value, null, null, null, value * 1.05);

        return new(
            $"{cell.Precision}-{cell.Batch}",
            cell,
            CellStatus.Measured,
            Error: null,
            Measurement: null,
            new DecoderMetrics(
                12,
                Spread(ttftNs),
                decodes ? Spread(tpotNs) : null,
                decodes ? Spread(tpotNs) : null,
                Spread(e2eNs),
                Around(cell.Batch * cell.PromptTokens!.Value / ttftNs * 1e9),
                decodes ? Around(cell.Batch / tpotNs * 1e9) : null,
                Around(outputRate),
                decodes ? Around(1e9 / tpotNs) : null),
            new(Verdict.Valid, []));
    }

    /// <summary>An encoder at two batch sizes and a vision model on its own data, one of the cells in doubt, and one that failed.</summary>
    public static RunDocument OneShots()
    {
        RunCell[] cells =
        [
            OneShot(new("encoder", "fp32", "cpu", 1, 128, null, 2), 120),
            OneShot(new("encoder", "fp32", "cpu", 8, 128, null, 2), 410),
            OneShot(new("encoder", "int8-dyn-chan", "cpu", 8, 128, null, 2), 822),
            OneShot(new("vision", "fp32", "cpu", 1, null, null, 2), 33, InputSource.TestData),
            OneShot(new("trees", Cell.NoWeights, "cpu", 1, null, null, 2), 90_000),
        ];
        cells[3] = cells[3] with { Validity = new(Verdict.Suspect, ["the 95 % interval of the item rate is ±9.1 %, wider than 5 %"]) };
        cells[4] = Broken(cells[4], CellStatus.Failed, "probabilities is float32[1x3] where float32[1x4] is declared");
        return Of(cells);
    }

    public static RunCell OneShot(Cell cell, double itemRate, InputSource source = InputSource.MadeUp)
    {
        var latencyNs = cell.Batch / itemRate * 1e9;
        Estimate Around(double value) => new(value, value * 0.98, value * 1.02);

        return new(
            $"{cell.Model}-{cell.Precision}-{cell.Batch}",
            cell,
            CellStatus.Measured,
            Error: null,
            new(
                [], new(2, 1_000_000, true), StopReason.Interval, null, true, null, 0, null, null, null, 1_000_000,
                new($"=x=float32[{cell.Batch}x3]", source, [], Bound: true)),
            Metrics: null,
            new(Verdict.Valid, []))
        {
            Items = new(
                40,
                new(40, Around(latencyNs), latencyNs * 0.9, latencyNs, latencyNs * 1.1, null, null, latencyNs * 1.2),
                Around(itemRate),
                cell.PromptTokens is { } length ? Around(itemRate * length) : null),
        };
    }

    public static RunCell Broken(RunCell cell, CellStatus status, string error) =>
        cell with { Status = status, Error = error, Measurement = null, Metrics = null, Validity = null, Items = null };

    public static RunDocument Hostile() => Of(
        [.. HostileNames.SelectMany(name => Sweep(name, "fp32", "cpu", [(1, 20 + name.Length), (4, 70 + name.Length)]))]) with
    {
        RunId = "<img src=x onerror=alert(1)>",
        Price = new(1, "<b>=1+1</b>\u202E", null, Assumed: false),
    };
}
