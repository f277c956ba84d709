namespace InferBench.Models.Tokenizers;

/// <summary>How many tokens a tokenizer needs for a text: prices are per token, work is per character.</summary>
public static class TokenDensity
{
    /// <summary>Tokens per 1,000 Unicode characters (scalar values), without special tokens; null for an empty text.</summary>
    public static double? TokensPerThousandCharacters(this ITokenizer tokenizer, string text) =>
        text.Length == 0 ? null : 1_000.0 * tokenizer.Count(text, addSpecialTokens: false) / Characters(text);

    internal static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
