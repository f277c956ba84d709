using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// Cuts prompts of an exact length out of real text: equal texts, lengths and numbers give equal prompts. A text that is too short is taken again from its start.
/// </summary>
public sealed class PromptCutter
{
    private readonly ITokenizer _tokenizer;
    private readonly int[] _text;
    private readonly int[] _before;
    private readonly int[] _after;

    /// <param name="tokenizer">The model's own.</param>
    /// <param name="text">What to cut from; it is encoded once.</param>
    /// <exception cref="TokenizerException">The text gives no token.</exception>
    public PromptCutter(ITokenizer tokenizer, string text)
    {
        _tokenizer = tokenizer;
        _text = tokenizer.Encode(text, addSpecialTokens: false);
        if (_text.Length == 0)
        {
            throw new TokenizerException("The text to cut prompts from holds no token");
        }

        var framed = tokenizer.Encode(text);
        var start = framed.AsSpan().IndexOf(_text);
        (_before, _after) = start < 0 ? ([], []) : (framed[..start], framed[(start + _text.Length)..]);
    }

    /// <summary>The fewest tokens that a prompt can have: the special tokens around it and one of the text.</summary>
    public int Shortest => _before.Length + 1 + _after.Length;

    /// <summary>
    /// A prompt of exactly <paramref name="tokens"/> tokens, special ones included. Prompts of one length and different numbers follow each other in the text,
    /// so that a batch holds no prompt twice until the text ends.
    /// </summary>
    /// <exception cref="TokenizerException">There is no room for a token of the text.</exception>
    public CutPrompt Cut(int tokens, int number = 0)
    {
        if (tokens < Shortest)
        {
            throw new TokenizerException(string.Create(
                CultureInfo.InvariantCulture, $"A prompt of {tokens} tokens is too short: with this tokenizer's special tokens it has at least {Shortest}"));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var content = new int[tokens - Shortest + 1];
        var first = (int)((long)number * content.Length % _text.Length);
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = _text[(int)(((long)first + i) % _text.Length)];
        }

        var cut = _tokenizer.Decode(content, skipSpecialTokens: false);
        var ids = (int[])[.. _before, .. content, .. _after];
        return new CutPrompt(ids, cut, TokenDensity.Characters(cut), first + (long)content.Length > _text.Length, _tokenizer.Encode(cut).AsSpan().SequenceEqual(ids));
    }
}
