using InferBench.Core.Runs;

namespace InferBench.Economics.Memory;

/// <summary>What a run says of its models' caches.</summary>
public static class RunCache
{
    /// <summary>Bytes of keys and values of one token of one sequence; where the model's graph does not say, the cache that a cell bound for its whole batch does. Null where neither does.</summary>
    public static double? BytesPerToken(RunDocument run, RunModel model) => model.KvBytesPerToken ?? run.Cells
        .Where(cell => cell.Cell.ModelKey == model.Key)
        .Where(cell => cell.Measurement?.KvCacheBytes is > 0 && cell.Cell is { PromptTokens: > 0, GeneratedTokens: > 0 })
        .Select(cell => cell.Measurement!.KvCacheBytes!.Value / ((double)cell.Cell.Batch * (cell.Cell.PromptTokens!.Value + cell.Cell.GeneratedTokens!.Value)))
        .Cast<double?>()
        .Max();
}
