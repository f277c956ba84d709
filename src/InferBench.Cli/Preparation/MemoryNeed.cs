using InferBench.Core.Plans;

namespace InferBench.Cli.Preparation;

/// <summary>
/// Memory that a shard's largest cell will need, estimated before anything is loaded: weights as ONNX Runtime keeps them,
/// the KV cache, and the logits. Intermediate results come on top, so it is a lower bound.
/// </summary>
internal static class MemoryNeed
{
    public static long Of(PreparedShard shard) => shard.Model.Model.Bytes + shard.Cells.Max(cell => Of(cell.Cell, shard.Model.Shape));

    private static long Of(Cell cell, ModelShape? shape) => shape is null ? 0
        : checked((long)cell.Batch * (((cell.PromptTokens + cell.GeneratedTokens) * shape.CacheBytesPerToken) + (shape.LogitsLength(cell.PromptTokens) * shape.VocabularyBytes)));
}
