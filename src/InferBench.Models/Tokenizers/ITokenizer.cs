namespace InferBench.Models.Tokenizers;

/// <summary>Turns text into a model's token ids and back. Implementations may be shared between threads.</summary>
public interface ITokenizer
{
    /// <summary>What serves, for reports: the file's name and the kind of model in it, as in <c>tokenizer.json (BPE)</c>.</summary>
    public string Description { get; }

    /// <summary>How many tokens have an id of their own, added tokens included. Ids need not be contiguous, so the largest may lie above.</summary>
    public int VocabularySize { get; }

    /// <summary>The id that begins a sequence; null where the files beside the tokenizer name none.</summary>
    public int? BosTokenId { get; }

    /// <summary>The id that ends a sequence; null where the files beside the tokenizer name none.</summary>
    public int? EosTokenId { get; }

    /// <summary>
    /// The ids of <paramref name="text"/>; lone surrogates count as U+FFFD. Padding and truncation that a file may ask for are not applied: a count is a count.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="addSpecialTokens">Whether to add what the tokenizer's post-processor puts around a sequence, such as BOS or [CLS] and [SEP].</param>
    /// <exception cref="TokenizerException">The vocabulary has no token for a part of the text, or one of the tokenizer's patterns takes too long on it.</exception>
    public int[] Encode(string text, bool addSpecialTokens = true);

    /// <summary>The text of <paramref name="ids"/>. Unknown ids are left out, broken UTF-8 becomes U+FFFD.</summary>
    public string Decode(IReadOnlyList<int> ids, bool skipSpecialTokens = true);

    /// <summary>How many ids <see cref="Encode"/> gives.</summary>
    public int Count(string text, bool addSpecialTokens = true) => Encode(text, addSpecialTokens).Length;
}
