using System.Buffers;
using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>Finds added tokens: the leftmost first, of those the longest (huggingface/tokenizers, <c>added_vocabulary.rs</c>).</summary>
internal sealed class AddedTokenFinder
{
    private readonly Dictionary<string, AddedToken> _byText;
    private readonly Dictionary<string, AddedToken>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly int[] _lengths;
    private readonly SearchValues<string> _any;

    public AddedTokenFinder(IEnumerable<(string Text, AddedToken Token)> tokens)
    {
        _byText = new Dictionary<string, AddedToken>(StringComparer.Ordinal);
        foreach (var (text, token) in tokens.Where(t => t.Text.Length > 0))
        {
            _byText[text] = token;
        }

        _bySpan = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. _byText.Keys.Select(text => text.Length).Distinct().OrderDescending()];
        _any = SearchValues.Create([.. _byText.Keys], StringComparison.Ordinal);
    }

    /// <summary>The stretches of <paramref name="text"/> in order, each with the token that it is, or with null.</summary>
    public IEnumerable<(int Start, int End, AddedToken? Token)> Find(string text)
    {
        if (_byText.Count == 0)
        {
            yield return (0, text.Length, null);
            yield break;
        }

        var from = 0;
        for (int at = 0, skip; at < text.Length && (skip = text.AsSpan(at).IndexOfAny(_any)) >= 0;)
        {
            var found = At(text, at += skip);
            var (start, end) = (at, at + found.Content.Length);
            at = end;
            if (found.Token.IsSingleWord && (EndsInWord(text.AsSpan(0, start)) || BeginsWithWord(text.AsSpan(end))))
            {
                continue;
            }

            start = found.Token.StripsLeft ? Math.Max(from, text.AsSpan(0, start).TrimEnd().Length) : start;
            end = found.Token.StripsRight ? text.Length - text.AsSpan(end).TrimStart().Length : end;
            if (from < start)
            {
                yield return (from, start, null);
            }

            yield return (start, end, found.Token);
            (from, at) = (end, Math.Max(at, end));
        }

        if (from < text.Length)
        {
            yield return (from, text.Length, null);
        }
    }

    private (string Content, AddedToken Token) At(string text, int at)
    {
        foreach (var length in _lengths)
        {
            if (at + length <= text.Length && _bySpan.TryGetValue(text.AsSpan(at, length), out var content, out var token))
            {
                return (content, token);
            }
        }

        throw new InvalidOperationException("The search for added tokens and their table disagree.");
    }

    private static bool EndsInWord(ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == OperationStatus.Done && CharacterClasses.IsWord(rune);

    private static bool BeginsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && CharacterClasses.IsWord(rune);
}
