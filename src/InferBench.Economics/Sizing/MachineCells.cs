using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Economics.Memory;

namespace InferBench.Economics.Sizing;

/// <summary>The decoder cells of a run as ways to run its machine.</summary>
public static class MachineCells
{
    /// <summary>Every decoder cell that has usable figures; several launches of one are one.</summary>
    /// <param name="run">The run.</param>
    /// <param name="machine">Its machine, in words.</param>
    /// <param name="price">What an hour of it costs.</param>
    public static IReadOnlyList<MachineCell> Of(RunDocument run, string machine, HourlyPrice price) =>
    [
        .. run.Cells
            .Where(cell => !cell.Cell.IsOneShot && cell.Cell.PromptTokens > 0 && cell.IsUsable && cell.Metrics is not null)
            .GroupBy(cell => cell.Cell with { Launch = 1 })
            .Select(launches => new MachineCell(
                run.RunId,
                machine,
                launches.Key,
                price,
                [.. launches.Select(cell => cell.Metrics!.TtftNs)],
                launches.All(cell => cell.Metrics!.TpotNs is not null) ? [.. launches.Select(cell => cell.Metrics!.TpotNs!)] : null,
                Doubts([.. launches]),
                LongestContext(run, launches.Key))),
    ];

    private static List<string> Doubts(IReadOnlyList<RunCell> launches) =>
    [
        .. launches
            .Where(cell => cell.Validity?.Verdict != Verdict.Valid)
            .SelectMany(cell => cell.Validity is { Reasons: { Count: > 0 } reasons } ? reasons : ["nobody judged it"])
            .Distinct(),
    ];

    private static long? LongestContext(RunDocument run, Cell cell)
    {
        var model = run.Models.FirstOrDefault(one => one.Key == cell.ModelKey);
        var held = model is null ? null : HeldByMemory(run, model, cell);
        return held < model?.ContextLength || model?.ContextLength is null ? held : model.ContextLength;
    }

    /// <summary>What the memory holds beside the weights and what the runtime was measured to need, for each sequence of the batch.</summary>
    private static long? HeldByMemory(RunDocument run, RunModel model, Cell cell)
    {
        var memory = cell.Provider == "cpu" ? run.Environment.MemoryBytes : run.Environment.Gpus is [var gpu, ..] ? gpu.MemoryBytes : null;
        var overhead = RuntimeOverhead.MeasuredIn(run, model)?.Bytes;
        return memory - model.Bytes - overhead is { } free && RunCache.BytesPerToken(run, model) is > 0 and var each ? Math.Max(0, (long)(free / (each * cell.Batch))) : null;
    }
}
