using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>The normalizers of the tokenizers format (huggingface/tokenizers, <c>normalizers/</c>) on well-formed text.</summary>
internal static class TextNormalizers
{
    // string.Normalize refuses this noncharacter, which a text may hold all the same.
    private const char Refused = '\uFFFE';

    public static string Unicode(string text, NormalizationForm form) => text.Contains(Refused, StringComparison.Ordinal)
        ? string.Join(Refused, text.Split(Refused).Select(part => part.Normalize(form)))
        : text.Normalize(form);

    public static string Lowercase(string text) => Map(text, static (rune, result) =>
    {
        if (rune.Value == 'İ')
        {
            // The one letter whose lower case is two characters; .NET's simple mapping has none for it.
            result.Append("i\u0307");
        }
        else
        {
            result.Append(Rune.ToLowerInvariant(rune));
        }
    });

    public static string StripAccents(string text) => Keep(text, static rune => !CharacterClasses.IsMark(rune));

    public static string Strip(string text, bool left, bool right)
    {
        var kept = left ? text.TrimStart() : text;
        return right ? kept.TrimEnd() : kept;
    }

    /// <summary>BERT's clean-up, in its own order.</summary>
    public static string Bert(string text, bool cleanText, bool spaceIdeographs, bool stripAccents, bool lowercase)
    {
        if (cleanText)
        {
            text = Map(Keep(text, static rune => rune.Value is not (0 or 0xFFFD) && !CharacterClasses.IsControl(rune)), static (rune, result) =>
                result.Append(CharacterClasses.IsWhitespace(rune) ? (Rune)' ' : rune));
        }

        if (spaceIdeographs)
        {
            text = Map(text, static (rune, result) => _ = CharacterClasses.IsIdeograph(rune)
                ? result.Append(' ').Append(rune).Append(' ')
                : result.Append(rune));
        }

        if (stripAccents)
        {
            text = Keep(Unicode(text, NormalizationForm.FormD), static rune => !CharacterClasses.IsNonSpacingMark(rune));
        }

        return lowercase ? Lowercase(text) : text;
    }

    /// <summary>Lone surrogates become U+FFFD, as they would on their way through UTF-8.</summary>
    public static string WellFormed(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        : text;

    private static string Keep(string text, Func<Rune, bool> isKept) => Map(text, (rune, result) => _ = isKept(rune) ? result.Append(rune) : result);

    private static string Map(string text, Action<Rune, StringBuilder> append)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            append(rune, result);
        }

        return result.ToString();
    }
}
