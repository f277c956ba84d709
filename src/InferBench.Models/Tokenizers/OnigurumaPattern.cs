using System.Globalization;
using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// Writes a pattern of the tokenizers format, which is Oniguruma's with Ruby syntax, in .NET's syntax. What the two read differently is rewritten
/// (possessive quantifiers, <c>\w</c>, <c>\h</c>, <c>\x{...}</c>, scripts, <c>{,n}</c>, nested classes) or refused; nothing passes unseen.
/// </summary>
internal sealed class OnigurumaPattern
{
    private readonly string _pattern;
    private readonly StringBuilder _net = new();
    private readonly Stack<int> _groups = new();
    private int _at;

    // Where the last thing that a quantifier can repeat begins in the result; negative for none.
    private int _atom = -1;

    private OnigurumaPattern(string pattern)
    {
        _pattern = pattern;
    }

    /// <exception cref="FormatException">The pattern uses something that has no equal here; the message says what, and where.</exception>
    public static string ToNet(string pattern)
    {
        var translation = new OnigurumaPattern(pattern);
        while (translation._at < pattern.Length)
        {
            translation.Next();
        }

        return translation._net.ToString();
    }

    private char? Peek => _at < _pattern.Length ? _pattern[_at] : null;

    private void Next()
    {
        switch (_pattern[_at])
        {
            case '(':
                OpenGroup();
                break;
            case ')':
                Take(1);
                _atom = _groups.TryPop(out var start) ? start : throw Refused("a ')' without its '('");
                break;
            case '|':
                Take(1);
                _atom = -1;
                break;
            case '*' or '+' or '?':
                Quantify(_pattern[_at++].ToString(), isInterval: false);
                break;
            case '{' when Interval() is { } interval:
                Quantify(interval, isInterval: true);
                break;
            case '[':
                _atom = _net.Length;
                (_at, var characters) = OnigurumaClass.Read(_pattern, _at);
                _net.Append(characters);
                break;
            case '\\':
                _atom = _net.Length;
                (_at, var escape) = OnigurumaEscape.Read(_pattern, _at, inClass: false);
                _net.Append(escape);
                break;
            case var literal when char.IsSurrogate(literal):
                throw Refused("a character above U+FFFF");
            case '^' or '$' or '.':
                _atom = _net.Length;
                Take(1);
                break;
            case var literal:
                _atom = _net.Length;
                _at++;
                _net.Append(literal is '{' or '}' or ']' or '#' ? $"\\{literal}" : literal.ToString());
                break;
        }
    }

    private void OpenGroup()
    {
        _groups.Push(_net.Length);
        _atom = -1;
        var rest = _pattern.AsSpan(_at);
        foreach (var opening in (ReadOnlySpan<string>)["(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:", "(?i)"])
        {
            if (rest.StartsWith(opening, StringComparison.Ordinal))
            {
                if (opening[^1] == ')')
                {
                    // Further in, Ruby's syntax lets it reach over the alternatives that follow and .NET does not.
                    _groups.Pop();
                    _ = _at == 0 ? 0 : throw Refused("(?i) that is not at the beginning");
                }

                Take(opening.Length);
                return;
            }
        }

        if (rest.StartsWith("(?", StringComparison.Ordinal))
        {
            throw Refused($"the group \"{rest[..Math.Min(4, rest.Length)]}\"");
        }

        // Back-references are refused, so a capture is a group like any other.
        _at++;
        _net.Append("(?:");
    }

    private void Quantify(string quantifier, bool isInterval)
    {
        if (_atom < 0)
        {
            throw Refused("a quantifier with nothing to repeat");
        }

        _net.Append(quantifier);
        switch (Peek)
        {
            case '?':
                Take(1);
                break;
            case '+' when isInterval:
                // Possessive for some engines, a repeated repetition for Ruby's syntax.
                throw Refused("a '+' after an interval, which engines read differently,");
            case '+':
                _at++;
                _net.Insert(_atom, "(?>").Append(')');
                break;
        }
    }

    private string? Interval()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0 || _pattern[(_at + 1)..end].Split(',') is not ({ Length: 1 } or { Length: 2 }) || Bounds(_pattern[(_at + 1)..end]) is not { } bounds)
        {
            return null;
        }

        _at = end + 1;
        return bounds;
    }

    private static string? Bounds(string text)
    {
        var parts = text.Split(',');
        var areNumbers = parts.All(part => part.All(char.IsAsciiDigit) && part.Length < 6);
        return !areNumbers || parts.All(part => part.Length == 0) ? null
            : parts.Length == 2 && parts[0].Length == 0 ? $"{{0,{parts[1]}}}"
            : $"{{{text}}}";
    }

    private void Take(int count)
    {
        _net.Append(_pattern, _at, count);
        _at += count;
    }

    private FormatException Refused(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{what} at character {_at + 1}"));
}
