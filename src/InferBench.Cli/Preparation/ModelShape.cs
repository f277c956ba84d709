namespace InferBench.Cli.Preparation;

/// <summary>What a sequence costs in memory, beside the weights.</summary>
/// <param name="CacheBytesPerToken">KV cache of one token of one sequence; twice where the cache grows from one buffer into another.</param>
/// <param name="Vocabulary">Token ids that the model knows: 0 to one less than this.</param>
/// <param name="VocabularyBytes">Logits of one position.</param>
/// <param name="LastLogitsOnly">Whether a prefill returns the logits of its last position only.</param>
/// <param name="KvBytesPerToken">Keys and values of one token, however often they are kept: what a decode step reads of it.</param>
internal sealed record ModelShape(long CacheBytesPerToken, long Vocabulary, long VocabularyBytes, bool LastLogitsOnly, long KvBytesPerToken)
{
    public long LogitsLength(int prompt) => LastLogitsOnly ? 1 : prompt;
}
