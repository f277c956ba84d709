using System.Globalization;
using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// .NET's patterns see a character above U+FFFF as two surrogates of no category, so <c>\p{L}</c> misses 𝒜 and cuts text otherwise than the tokenizer
/// was trained on. While a pattern looks, one character of the same category stands in for each. The stand-ins are rare, so no pattern names them itself.
/// </summary>
internal static class AstralStandIns
{
    private const char Ideograph = '\u3402';

    internal static readonly Dictionary<UnicodeCategory, char> ByCategory = new()
    {
        [UnicodeCategory.UppercaseLetter] = '\u2C6F',
        [UnicodeCategory.LowercaseLetter] = '\u1D00',
        [UnicodeCategory.TitlecaseLetter] = '\u1F88',
        [UnicodeCategory.ModifierLetter] = '\u02D1',
        [UnicodeCategory.OtherLetter] = '\u01BB',
        [UnicodeCategory.NonSpacingMark] = '\u0591',
        [UnicodeCategory.SpacingCombiningMark] = '\u0903',
        [UnicodeCategory.EnclosingMark] = '\u0488',
        [UnicodeCategory.DecimalDigitNumber] = '\u1946',
        [UnicodeCategory.LetterNumber] = '\u16EE',
        [UnicodeCategory.OtherNumber] = '\u0D58',
        [UnicodeCategory.ConnectorPunctuation] = '\u203F',
        [UnicodeCategory.DashPunctuation] = '\u058A',
        [UnicodeCategory.OpenPunctuation] = '\u0F3A',
        [UnicodeCategory.ClosePunctuation] = '\u0F3B',
        [UnicodeCategory.InitialQuotePunctuation] = '\u2E02',
        [UnicodeCategory.FinalQuotePunctuation] = '\u2E03',
        [UnicodeCategory.OtherPunctuation] = '\u05C0',
        [UnicodeCategory.MathSymbol] = '\u0606',
        [UnicodeCategory.CurrencySymbol] = '\u09F2',
        [UnicodeCategory.ModifierSymbol] = '\u02C2',
        [UnicodeCategory.OtherSymbol] = '\u0482',
        [UnicodeCategory.Format] = '\u0600',
        [UnicodeCategory.PrivateUse] = '\uE000',
        [UnicodeCategory.OtherNotAssigned] = '\u0378',
    };

    /// <summary>The text as a pattern may see it, and for each of its characters, and its end, where that lies in <paramref name="text"/>.</summary>
    public static (string Text, int[] Offsets) Replace(ReadOnlySpan<char> text)
    {
        var seen = new StringBuilder(text.Length);
        var offsets = new int[text.Length + 1];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            offsets[seen.Length] = at;
            seen.Append(rune.IsBmp ? (char)rune.Value
                : rune.Value is >= 0x20000 and <= 0x323AF ? Ideograph
                : ByCategory.GetValueOrDefault(Rune.GetUnicodeCategory(rune), ByCategory[UnicodeCategory.OtherNotAssigned]));
            at += rune.Utf16SequenceLength;
        }

        offsets[seen.Length] = at;
        return (seen.ToString(), offsets);
    }
}
