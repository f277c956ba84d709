using System.Globalization;
using System.Text;

namespace InferBench.Reporting.Text;

/// <summary>
/// Names come from files and other people's models. Before one is drawn or written it loses what could break a document
/// or deceive its reader: control characters, unpaired surrogates, and marks that reorder the text around them.
/// </summary>
public static class SafeText
{
    private const char Ellipsis = '…';

    /// <summary>One line of text that is valid in XML 1.0.</summary>
    public static string Of(string text)
    {
        // Nearly every value of a table of ten thousand cells.
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text.Trim(' ');
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes turns unpaired surrogates into U+FFFD.
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && !IsNoncharacter(rune) && !ReordersText(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same, cut to a number of visible characters.</summary>
    public static string Shortened(string text, int characters)
    {
        var clean = new StringInfo(Of(text));
        return clean.LengthInTextElements <= characters
            ? clean.String
            : clean.SubstringByTextElements(0, characters - 1).TrimEnd() + Ellipsis;
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    // Embeddings, overrides, isolates and marks of direction. Letters that are written right to left stay.
    private static bool ReordersText(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
