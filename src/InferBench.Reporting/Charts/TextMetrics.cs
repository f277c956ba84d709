using System.Globalization;
using System.Text;

namespace InferBench.Reporting.Charts;

/// <summary>
/// Widths of text, estimated on the generous side: the reader's font is unknown, and layout must not depend on the machine that renders.
/// </summary>
internal static class TextMetrics
{
    /// <returns>Width in the unit of the font size.</returns>
    public static double Width(string text, double fontSize) => text.EnumerateRunes().Sum(WidthInEm) * fontSize;

    /// <summary>Text broken into lines between words, and within a word that is wider than a line.</summary>
    public static IReadOnlyList<string> Wrapped(string text, double fontSize, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, fontSize, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, fontSize) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    /// <summary>Text cut so that it fits, with an ellipsis where something was cut.</summary>
    public static string Fitted(string text, double fontSize, double width)
    {
        if (Width(text, fontSize) <= width)
        {
            return text;
        }

        var elements = new StringInfo(text);
        var keep = elements.LengthInTextElements - 1;
        while (keep > 1 && Width(elements.SubstringByTextElements(0, keep) + "…", fontSize) > width)
        {
            keep--;
        }

        return elements.SubstringByTextElements(0, Math.Max(keep, 1)).TrimEnd() + "…";
    }

    private static IEnumerable<string> Pieces(string word, double fontSize, double width)
    {
        while (Width(word, fontSize) > width && new StringInfo(word) is { LengthInTextElements: > 1 } elements)
        {
            var take = elements.LengthInTextElements - 1;
            while (take > 1 && Width(elements.SubstringByTextElements(0, take), fontSize) > width)
            {
                take--;
            }

            yield return elements.SubstringByTextElements(0, take);
            word = elements.SubstringByTextElements(take);
        }

        yield return word;
    }

    // Wider than most fonts: DejaVu Sans, which stands in for a system font on many Linux machines, sets the figures.
    private static double WidthInEm(Rune rune) => rune.Value switch
    {
        'i' or 'l' or 'j' or '\'' => 0.28,
        ' ' or '.' or ',' or ':' or ';' or '·' or '|' => 0.33,
        'f' or 't' or 'r' or 'I' or '(' or ')' or '[' or ']' or '/' or '-' or '"' or '!' => 0.41,
        'm' or 'M' or 'w' => 0.90,
        'W' or '%' or '@' or '…' => 1.00,
        >= 'A' and <= 'Z' => 0.70,
        < 0x0300 => 0.62,
        // Scripts whose letters fill a square, and pictures.
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFF60) or >= 0x1F000 => 1.05,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => 0.65,
    };
}
