using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>A decoder's inputs and outputs as its graph declares them; batch and lengths are free.</summary>
/// <param name="InputIds">Token ids, [batch, length].</param>
/// <param name="AttentionMask">Ones for every position up to now, [batch, past + length]; null where the graph takes none.</param>
/// <param name="PositionIds">Positions, [batch, length] or <see cref="PositionPlanes"/> of these; null where the graph computes them.</param>
/// <param name="LogitsToKeep">Scalar or one-element input that asks for the last position's logits only; null where there is none.</param>
/// <param name="LogitsToKeepIsScalar">Rank of that input: 0, or 1.</param>
/// <param name="Logits">Output's name.</param>
/// <param name="LogitsType">Float, Float16 or BFloat16.</param>
/// <param name="LastLogitsOnly">True where the logits are [batch, 1, vocabulary] at any length.</param>
/// <param name="Vocabulary">Last dimension of the logits.</param>
/// <param name="ConfigVocabulary">vocab_size of the configuration beside the model; null where there is none.</param>
/// <param name="CacheMode">How the cache is bound.</param>
/// <param name="CacheType">Float, Float16 or BFloat16.</param>
/// <param name="Cache">Keys and values of every layer that has them.</param>
/// <param name="ContextLength">Longest sequence in tokens; null where the model does not say.</param>
/// <param name="Quantized">True where weights are stored in fewer bits than they are computed in.</param>
public sealed record DecoderLayout(
    IdsInput InputIds,
    IdsInput? AttentionMask,
    IdsInput? PositionIds,
    IdsInput? LogitsToKeep,
    bool LogitsToKeepIsScalar,
    string Logits,
    TensorElementType LogitsType,
    bool LastLogitsOnly,
    int Vocabulary,
    int? ConfigVocabulary,
    CacheMode CacheMode,
    TensorElementType CacheType,
    IReadOnlyList<CacheTensor> Cache,
    int? ContextLength,
    bool Quantized)
{
    /// <summary>
    /// 3 where positions are [3, batch, length]: Qwen2-VL's time, height and width, which are equal for text
    /// (arXiv 2409.12191, section 2.1). 1 where they are [batch, length].
    /// </summary>
    public int PositionPlanes { get; init; } = 1;

    /// <summary>Optimum's switch of merged decoders, bool[1]: false at the prefill, true with a cache. Null where there is none.</summary>
    public string? UseCacheBranch { get; init; }

    /// <summary>Output of ids that the graph selects itself, [batch, 1] in the type of the ids fed; null where the host selects.</summary>
    public string? NextIds { get; init; }

    /// <summary>States of layers without keys and values.</summary>
    public IReadOnlyList<StateTensor> States { get; init; } = [];

    /// <summary>The only batch that the graph takes; null where it takes any.</summary>
    public int? FixedBatch { get; init; }

    /// <summary>The token that begins a text; null where no configuration names it.</summary>
    public int? BosTokenId { get; init; }

    /// <summary>Tokens that end a text; null where no configuration names them.</summary>
    public IReadOnlyList<int>? EosTokenIds { get; init; }

    /// <summary>Positions for which one forward pass over <paramref name="length"/> tokens returns logits.</summary>
    internal int LogitsLength(int length) => LastLogitsOnly || LogitsToKeep is not null ? 1 : length;
}
