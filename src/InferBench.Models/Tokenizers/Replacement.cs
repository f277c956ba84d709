using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>The step <c>Replace</c>, which normalizers and decoders share: every match of a text or a pattern becomes a fixed text.</summary>
internal static class Replacement
{
    public static TextNormalizer Read(JsonPart part)
    {
        var content = Steps.Inserted(part.Get("content"));
        var pattern = part.Get("pattern");
        if (pattern.TryGet("String", out var literal))
        {
            var searched = literal.Text();
            return searched.Length == 0 ? throw literal.Unsupported("an empty text to replace") : text => text.Replace(searched, content, StringComparison.Ordinal);
        }

        var regex = TextPattern.Read(pattern.Get("Regex"));
        return text => Replace(text, regex, content);
    }

    private static string Replace(string text, TextPattern pattern, string content)
    {
        var (cuts, result) = (new Cuts(), new StringBuilder(text.Length + 16));
        pattern.Cut(text, cuts);
        foreach (var (start, end, isMatch) in cuts.Stretches)
        {
            result.Append(isMatch ? content : text.AsSpan(start, end - start));
        }

        return result.ToString();
    }
}
