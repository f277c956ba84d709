using InferBench.Core.Plans;

namespace InferBench.Cli.Preparation;

/// <summary>
/// Memory that a shard's largest cell will need, estimated before anything is loaded: weights as ONNX Runtime keeps them,
/// the KV cache, and the logits; of a one-shot model, its inputs. Intermediate results come on top, so it is a lower bound.
/// </summary>
internal static class MemoryNeed
{
    /// <summary>In bytes; the largest number there is where it is beyond that.</summary>
    public static long Of(PreparedShard shard) => (long)Int128.Min(
        long.MaxValue, shard.Model.Model.Bytes + shard.Cells.Max(cell => shard.OneShot?.Bytes(cell.Cell) ?? Of(cell.Cell, shard.Model.Shape)));

    private static Int128 Of(Cell cell, ModelShape? shape) => shape is null || cell is not { PromptTokens: { } prompt, GeneratedTokens: { } generated } ? 0
        : (Int128)cell.Batch * ((((Int128)prompt + generated) * shape.CacheBytesPerToken) + ((Int128)shape.LogitsLength(prompt) * shape.VocabularyBytes));
}
