namespace InferBench.Models.Tokenizers;

/// <summary>Tokenizer files come with models, so they are taken for hostile. The largest real ones stay well below these.</summary>
internal static class TokenizerLimits
{
    public const long FileBytes = 128 << 20;
    public const int JsonDepth = 32;
    public const int Tokens = 1 << 21;
    public const int Merges = 1 << 22;
    public const int AddedTokens = 1 << 17;
    public const int AddedTokenCharacters = 1_024;
    public const int PatternCharacters = 4_096;

    public const int Steps = 64;

    /// <summary>Of what a step puts in: replacements, prefixes, suffixes.</summary>
    public const int InsertedCharacters = 64;

    /// <summary>WordPiece tries every end of every start, so the longest word bounds a cubic cost; published models say 100 or 200.</summary>
    public const int WordPieceWordCharacters = 1_000;

    /// <summary>For one match of one pattern.</summary>
    public static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(5);
}
