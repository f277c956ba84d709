using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>One escape, outside or inside of a class.</summary>
internal static class OnigurumaEscape
{
    private const string Word = @"\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u200C\u200D";

    private static readonly HashSet<string> Categories =
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cn", "Co", "Cs",
    ];

    // .NET knows blocks and no scripts; these are Scripts.txt of Unicode 16 up to U+FFFF.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Han"] = @"\u2E80-\u2E99\u2E9B-\u2EF3\u2F00-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFA6D\uFA70-\uFAD9",
        ["Hiragana"] = @"\u3041-\u3096\u309D-\u309F",
        ["Katakana"] = @"\u30A1-\u30FA\u30FD-\u30FF\u31F0-\u31FF\u32D0-\u32FE\u3300-\u3357\uFF66-\uFF6F\uFF71-\uFF9D",
        ["Hangul"] = @"\u1100-\u11FF\u302E\u302F\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97C\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uFFA0-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC",
    };

    /// <exception cref="FormatException">The escape has no equal here.</exception>
    public static (int End, string Net) Read(string pattern, int start, bool inClass)
    {
        var at = start + 1;
        if (at >= pattern.Length)
        {
            throw Refused("a lone backslash", start);
        }

        return pattern[at] switch
        {
            'd' or 'D' or 's' or 'S' or 'n' or 'r' or 't' or 'f' or 'v' or 'a' or 'e' => (at + 1, pattern[start..(at + 1)]),
            'A' or 'z' or 'Z' or 'b' or 'B' when !inClass => (at + 1, pattern[start..(at + 1)]),
            'w' => (at + 1, inClass ? Word : $"[{Word}]"),
            'W' when !inClass => (at + 1, $"[^{Word}]"),
            'h' => (at + 1, inClass ? "0-9a-fA-F" : "[0-9a-fA-F]"),
            'H' when !inClass => (at + 1, "[^0-9a-fA-F]"),
            'x' => Hexadecimal(pattern, start),
            'u' when at + 5 <= pattern.Length => (at + 5, Character(pattern[(at + 1)..(at + 5)], start)),
            'p' or 'P' => Property(pattern, start, inClass),
            var other when char.IsAsciiLetterOrDigit(other) => throw Refused($"\\{other}", start),
            var other when char.IsSurrogate(other) => throw Refused("a character above U+FFFF", start),
            var other => (at + 1, char.IsAscii(other) ? $"\\{other}" : other.ToString()),
        };
    }

    private static (int End, string Net) Hexadecimal(string pattern, int start)
    {
        var at = start + 2;
        if (at < pattern.Length && pattern[at] == '{')
        {
            var close = pattern.IndexOf('}', at);
            return close > 0 ? (close + 1, Character(pattern[(at + 1)..close], start)) : throw Refused("\\x{ without its end", start);
        }

        var end = at;
        while (end < pattern.Length && end < at + 2 && char.IsAsciiHexDigit(pattern[end]))
        {
            end++;
        }

        return (end, Character(pattern[at..end], start));
    }

    private static string Character(string digits, int start) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 0xD800 or (> 0xDFFF and <= 0xFFFF)
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{value:X4}")
            : throw Refused($"the character \"{digits}\"", start);

    private static (int End, string Net) Property(string pattern, int start, bool inClass)
    {
        var (isNegated, name, end) = (pattern[start + 1] == 'P', "", 0);
        if (start + 2 < pattern.Length && pattern[start + 2] == '{' && pattern.IndexOf('}', start) is var close and > 0)
        {
            (name, end) = (pattern[(start + 3)..close], close + 1);
        }
        else if (start + 2 < pattern.Length)
        {
            (name, end) = (pattern[start + 2].ToString(), start + 3);
        }

        if (name.StartsWith('^'))
        {
            (isNegated, name) = (!isNegated, name[1..]);
        }

        if (Categories.Contains(name))
        {
            return (end, isNegated ? $"\\P{{{name}}}" : $"\\p{{{name}}}");
        }

        return Scripts.TryGetValue(name, out var ranges) && !(inClass && isNegated)
            ? (end, inClass ? ranges : isNegated ? $"[^{ranges}]" : $"[{ranges}]")
            : throw Refused($"the property \"{name}\"", start);
    }

    private static FormatException Refused(string what, int at) => new(string.Create(CultureInfo.InvariantCulture, $"{what} at character {at + 1}"));
}
