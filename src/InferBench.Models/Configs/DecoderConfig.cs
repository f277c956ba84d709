namespace InferBench.Models.Configs;

/// <summary>
/// What configuration files say about a decoder. Everything is null that they do not say: a runtime then reads it from the graph, or asks.
/// </summary>
/// <param name="ModelType">The architecture, such as <c>llama</c>.</param>
/// <param name="VocabSize">Tokens in the vocabulary.</param>
/// <param name="ContextLength">Longest sequence, prompt and output together.</param>
/// <param name="HiddenSize">Width of the residual stream.</param>
/// <param name="Layers">Decoder layers.</param>
/// <param name="Heads">Query heads.</param>
/// <param name="KvHeads">Key and value heads.</param>
/// <param name="HeadSize">Width of one head.</param>
/// <param name="BosTokenId">The token that begins a text.</param>
/// <param name="EosTokenIds">Tokens that end a text; null when the files do not say, so never empty.</param>
/// <param name="PadTokenId">The token that fills up.</param>
/// <param name="TiedEmbeddings">Whether the output head is the embedding table.</param>
/// <param name="GenAi">What only genai_config.json says; null where there is none.</param>
public sealed record DecoderConfig(
    string? ModelType, int? VocabSize, int? ContextLength, int? HiddenSize, int? Layers, int? Heads, int? KvHeads, int? HeadSize,
    int? BosTokenId, IReadOnlyList<int>? EosTokenIds, int? PadTokenId, bool? TiedEmbeddings, GenAiNames? GenAi)
{
    /// <summary>This, with what it lacks taken from <paramref name="other"/>.</summary>
    public DecoderConfig Or(DecoderConfig other) => new(
        ModelType ?? other.ModelType, VocabSize ?? other.VocabSize, ContextLength ?? other.ContextLength, HiddenSize ?? other.HiddenSize,
        Layers ?? other.Layers, Heads ?? other.Heads, KvHeads ?? other.KvHeads, HeadSize ?? other.HeadSize, BosTokenId ?? other.BosTokenId,
        EosTokenIds ?? other.EosTokenIds, PadTokenId ?? other.PadTokenId, TiedEmbeddings ?? other.TiedEmbeddings, GenAi ?? other.GenAi);
}
