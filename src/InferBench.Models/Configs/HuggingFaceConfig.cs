using System.Text.Json.Serialization;

namespace InferBench.Models.Configs;

/// <summary>The fields of Hugging Face's config.json that we read, by the names of Llama-like models and of GPT-2.</summary>
internal sealed record HuggingFaceConfig
{
    public string? ModelType { get; init; }

    public int? VocabSize { get; init; }

    public int? MaxPositionEmbeddings { get; init; }

    public int? NPositions { get; init; }

    public int? HiddenSize { get; init; }

    public int? NEmbd { get; init; }

    public int? NumHiddenLayers { get; init; }

    public int? NLayer { get; init; }

    public int? NumAttentionHeads { get; init; }

    public int? NHead { get; init; }

    public int? NumKeyValueHeads { get; init; }

    public int? HeadDim { get; init; }

    public int? BosTokenId { get; init; }

    [JsonConverter(typeof(OneOrMoreInts))]
    public int[]? EosTokenId { get; init; }

    public int? PadTokenId { get; init; }

    public bool? TieWordEmbeddings { get; init; }

    /// <summary>Where config.json nests the language part of a larger model, that part counts.</summary>
    public HuggingFaceConfig? TextConfig { get; init; }

    public DecoderConfig ToDecoder()
    {
        var (hidden, heads) = (HiddenSize ?? NEmbd, NumAttentionHeads ?? NHead);

        // transformers' own defaults: without num_key_value_heads every head has its own, without head_dim the width is divided evenly.
        var headSize = HeadDim ?? (hidden is { } h && heads is > 0 and var n && h % n == 0 ? h / n : null);
        var own = new DecoderConfig(
            ModelType, VocabSize, MaxPositionEmbeddings ?? NPositions, hidden, NumHiddenLayers ?? NLayer, heads, NumKeyValueHeads ?? heads, headSize,
            BosTokenId, EosTokenId is { Length: > 0 } ? EosTokenId : null, PadTokenId, TieWordEmbeddings, null);
        return TextConfig?.ToDecoder().Or(own) ?? own;
    }
}
