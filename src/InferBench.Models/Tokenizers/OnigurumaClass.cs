using System.Globalization;
using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>A bracketed class. Oniguruma's nested classes are unions and are written out; .NET would read their brackets as characters.</summary>
internal static class OnigurumaClass
{
    /// <exception cref="FormatException">The class uses something that has no equal here.</exception>
    public static (int End, string Net) Read(string pattern, int start)
    {
        var net = new StringBuilder("[");
        var end = ReadInto(pattern, start, net, isNested: false);
        return (end, net.Append(']').ToString());
    }

    private static int ReadInto(string pattern, int start, StringBuilder net, bool isNested)
    {
        var at = start + 1;
        if (at < pattern.Length && pattern[at] == '^')
        {
            if (isNested)
            {
                throw Refused("a negated class within a class", at);
            }

            net.Append('^');
            at++;
        }

        var isAfterSet = false;
        for (var first = at; at < pattern.Length;)
        {
            var wasAfterSet = isAfterSet;
            isAfterSet = pattern[at] is '[' || (pattern[at] is '\\' && at + 1 < pattern.Length && pattern[at + 1] is 'w' or 'd' or 'D' or 's' or 'S' or 'h' or 'p' or 'P');
            switch (pattern[at])
            {
                case ']' when at > first:
                    return at + 1;
                case ']':
                    throw Refused("an empty class", at);
                case '[' when at + 1 < pattern.Length && pattern[at + 1] is ':' or '.' or '=':
                    throw Refused("a POSIX class", at);
                case '[' when net[^1] == '-':
                    throw Refused("a range that ends in a class", at);
                case '[':
                    at = ReadInto(pattern, at, net, isNested: true);
                    break;
                case '&' when at + 1 < pattern.Length && pattern[at + 1] == '&':
                    throw Refused("an intersection of classes", at);
                case '-' when wasAfterSet || at == first || (at + 1 < pattern.Length && pattern[at + 1] == ']'):
                    // A hyphen that makes no range must make none where a nested class is written out either.
                    net.Append("\\-");
                    at++;
                    break;
                case '\\':
                    (at, var escape) = OnigurumaEscape.Read(pattern, at, inClass: true);
                    net.Append(escape);
                    break;
                case var character when char.IsSurrogate(character):
                    throw Refused("a character above U+FFFF", at);
                case var character:
                    net.Append(character);
                    at++;
                    break;
            }
        }

        throw Refused("a class without its end", start);
    }

    private static FormatException Refused(string what, int at) => new(string.Create(CultureInfo.InvariantCulture, $"{what} at character {at + 1}"));
}
