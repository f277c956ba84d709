using System.Globalization;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Workers;
using InferBench.Runtime.Providers;

namespace InferBench.Budgets.Workers;

/// <summary>Shards as the supervisor would send them, with a fixed number of operations.</summary>
internal static class WorkerRequests
{
    public static ShardRequest Of(string modelPath, int threads, int operations, IReadOnlyList<PlannedCell> cells, Scratch scratch) => new(
        "budget",
        modelPath,
        "",
        ExecutionProviders.Cpu,
        threads,
        Seed: 42,
        PromptIds: null,
        MeasureSettings.Defaults with { MinOperations = operations, MaxOperations = operations, SecondsPerCell = 600, MaxWarmupSeconds = 0.5 },
        scratch.NewPath(".jsonl"),
        cells);

    /// <summary>The same cell several times, under keys of its own.</summary>
    public static IReadOnlyList<PlannedCell> Cells(int count, int prompt, int generated, int threads) =>
    [
        .. Enumerable.Range(0, count).Select(i => new PlannedCell(
            i.ToString("x16", CultureInfo.InvariantCulture), new Cell("budget", "fp32", ExecutionProviders.Cpu, 1, prompt, generated, threads))),
    ];
}
