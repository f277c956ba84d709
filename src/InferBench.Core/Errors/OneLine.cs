using System.Globalization;

namespace InferBench.Core.Errors;

/// <summary>
/// Makes one bounded line of any text. Messages hold names out of files that other people made: a line end in one would look like a
/// second message, an escape sequence would drive the terminal, and a name may have a million characters.
/// </summary>
public static class OneLine
{
    /// <summary>Longest message, in UTF-16 units.</summary>
    public const int Longest = 800;

    private const char Ellipsis = '…';

    /// <summary>
    /// The text without line ends and control characters. Of a long one the two ends are kept, as a message begins with the file and
    /// ends with what is wrong; <paramref name="longest"/> is in UTF-16 units.
    /// </summary>
    public static string Of(string text, int longest = Longest)
    {
        var head = longest / 2;
        var whole = text.Length <= longest ? text : $"{text.AsSpan(0, head)}{Ellipsis}{text.AsSpan(text.Length - (longest - head - 1))}";
        return whole.All(IsPlain) ? whole : string.Create(whole.Length, whole, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = IsPlain(source[i]) ? source[i] : IsLineEnd(source[i]) ? ' ' : '?';
            }
        });
    }

    /// <summary>Neither a control character nor one that is invisible or turns the direction of writing.</summary>
    public static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsLineEnd(char character) => character is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029';
}
