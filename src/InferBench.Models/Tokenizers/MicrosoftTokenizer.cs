namespace InferBench.Models.Tokenizers;

/// <summary>One tokenizer of Microsoft.ML.Tokenizers; its classes share no way to ask for special tokens, so that comes as functions.</summary>
internal sealed class MicrosoftTokenizer(
    string description,
    int vocabularySize,
    int? bosTokenId,
    int? eosTokenId,
    Func<string, bool, IReadOnlyList<int>> encode,
    Func<IEnumerable<int>, bool, string> decode) : ITokenizer
{
    public string Description => description;

    public int VocabularySize => vocabularySize;

    public int? BosTokenId => bosTokenId;

    public int? EosTokenId => eosTokenId;

    public int[] Encode(string text, bool addSpecialTokens = true) => [.. encode(TextNormalizers.WellFormed(text), addSpecialTokens)];

    public string Decode(IReadOnlyList<int> ids, bool skipSpecialTokens = true) => decode(ids, skipSpecialTokens);
}
