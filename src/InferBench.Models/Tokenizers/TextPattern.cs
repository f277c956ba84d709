using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InferBench.Models.Tokenizers;

/// <summary>A pattern from a tokenizer's file, which may be hostile: it runs without backtracking where that can be, and always under a time limit.</summary>
internal sealed partial class TextPattern
{
    private readonly Regex _regex;
    private readonly string _place;

    private TextPattern(Regex regex, string place)
    {
        _regex = regex;
        _place = place;
    }

    /// <summary>How GPT-2 cuts text into words (openai/gpt-2, <c>encoder.py</c>).</summary>
    public static TextPattern Gpt2 { get; } = new(Gpt2Words(), "the GPT-2 pattern");

    public static TextPattern Read(JsonPart part)
    {
        var pattern = part.Text();
        if (pattern.Length > TokenizerLimits.PatternCharacters)
        {
            throw part.Problem(string.Create(
                CultureInfo.InvariantCulture, $"has {pattern.Length} characters; a pattern has at most {TokenizerLimits.PatternCharacters}"));
        }

        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;
        try
        {
            var net = OnigurumaPattern.ToNet(pattern);
            return new TextPattern(CreateLinear(net, Options) ?? new Regex(net, Options, TokenizerLimits.PatternTime), part.ToString());
        }
        catch (FormatException e)
        {
            throw part.Unsupported(e.Message);
        }
        catch (RegexParseException e)
        {
            throw part.Problem(string.Create(CultureInfo.InvariantCulture, $"is no valid pattern ({e.Error} at character {e.Offset + 1})"), e);
        }
    }

    /// <summary>Each match becomes a delimiter.</summary>
    public void Cut(ReadOnlySpan<char> text, Cuts cuts)
    {
        var (seen, offsets) = text.ContainsAnyInRange('\uD800', '\uDFFF') ? AstralStandIns.Replace(text) : (null, null);
        try
        {
            foreach (var match in _regex.EnumerateMatches(seen ?? text))
            {
                var end = match.Index + match.Length;
                cuts.AddDelimiter(offsets?[match.Index] ?? match.Index, offsets?[end] ?? end);
            }
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new TokenizerException(string.Create(
                CultureInfo.InvariantCulture, $"{_place}: the pattern takes more than {e.MatchTimeout.TotalSeconds} s on this text"), e);
        }

        cuts.AddRest(text.Length);
    }

    /// <summary>Null where the pattern looks around, which only the backtracking engine can, or would become too large an automaton.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "the engine says what it cannot do by this exception only")]
    private static Regex? CreateLinear(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, TokenizerLimits.PatternTime);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Gpt2Words();
}
