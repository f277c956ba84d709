using System.Globalization;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Workers;
using InferBench.Runtime.Providers;

namespace InferBench.Budgets.Workers;

/// <summary>Shards as the supervisor would send them.</summary>
internal static class WorkerRequests
{
    /// <param name="modelPath">The ONNX file.</param>
    /// <param name="threads">Intra-op threads.</param>
    /// <param name="operations">Operations of each cell: it looks after each whether to stop, as a real one does, and its interval is never narrow enough.</param>
    /// <param name="cells">Cells in the order to run.</param>
    /// <param name="scratch">Where the journal goes.</param>
    public static ShardRequest Of(string modelPath, int threads, int operations, IReadOnlyList<PlannedCell> cells, Scratch scratch) => new(
        "budget",
        modelPath,
        "",
        ExecutionProviders.Cpu,
        threads,
        Seed: 42,
        PromptIds: null,
        MeasureSettings.Defaults with { TargetInterval = 1e-9, MinOperations = Math.Min(5, operations), MaxOperations = operations, SecondsPerCell = 600, MaxWarmupSeconds = 0.5 },
        scratch.NewPath(".jsonl"),
        cells);

    /// <summary>The same cell several times, under keys of its own.</summary>
    public static IReadOnlyList<PlannedCell> Cells(int count, int prompt, int generated, int threads) =>
    [
        .. Enumerable.Range(0, count).Select(i => new PlannedCell(
            i.ToString("x16", CultureInfo.InvariantCulture), new Cell("budget", "fp32", ExecutionProviders.Cpu, 1, prompt, generated, threads))),
    ];
}
