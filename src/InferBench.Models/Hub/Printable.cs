using System.Globalization;

namespace InferBench.Models.Hub;

/// <summary>Text from elsewhere as it may be shown: it cannot drive the terminal and has a bounded length.</summary>
internal static class Printable
{
    private const int Longest = 200;

    public static string Of(string text) =>
        string.Create(Math.Min(text.Length, Longest), text, static (shown, source) =>
        {
            for (var i = 0; i < shown.Length; i++)
            {
                shown[i] = IsPlain(source[i]) ? source[i] : '?';
            }
        });

    /// <summary>Neither a control character nor one that is invisible or turns the direction of writing.</summary>
    public static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
