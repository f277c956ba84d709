namespace InferBench.Models.Tokenizers;

/// <summary>What a tokenizer's files say, each part null or empty where they say nothing.</summary>
internal sealed record TokenizerParts(ITokenModel Model)
{
    public TextNormalizer? Normalizer { get; init; }

    public PreTokenizer? PreTokenizer { get; init; }

    public TokenDecoder? Decoder { get; init; }

    public SpecialTokenFrame Frame { get; init; } = SpecialTokenFrame.None;

    public IReadOnlyList<AddedToken> AddedTokens { get; init; } = [];
}
