using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>Greedy longest match from the left, as BERT does it (huggingface/tokenizers, <c>models/wordpiece/mod.rs</c>).</summary>
internal sealed class WordPieceModel(Vocabulary vocabulary, string unknownToken, string subwordPrefix, int longestWord) : ITokenModel
{
    private readonly int? _unknown = vocabulary.Find(unknownToken);

    public Vocabulary Vocabulary => vocabulary;

    public string Kind => "WordPiece";

    public void Encode(ReadOnlySpan<char> piece, List<int> ids)
    {
        var before = ids.Count;
        if (Runes(piece) > longestWord || !TryCut(piece, ids))
        {
            ids.RemoveRange(before, ids.Count - before);
            ids.Add(_unknown ?? throw new TokenizerException($"The tokenizer's unk_token \"{unknownToken}\" is not in its vocabulary"));
        }
    }

    private static int Runes(ReadOnlySpan<char> piece)
    {
        var count = 0;
        foreach (var _ in piece.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private bool TryCut(ReadOnlySpan<char> piece, List<int> ids)
    {
        // The prefix stays in front of the piece, so that a subword is a slice and the first one is the same slice without it.
        Span<char> text = string.Concat(subwordPrefix, piece).ToCharArray();
        for (var start = 0; start < piece.Length;)
        {
            var prefix = start == 0 ? 0 : subwordPrefix.Length;
            var word = text[(subwordPrefix.Length + start - prefix)..];
            subwordPrefix.AsSpan(0, prefix).CopyTo(word);
            var length = Math.Min(piece.Length - start, Math.Max(0, vocabulary.LongestToken - prefix));
            int? found = null;
            while (length > 0 && (found = vocabulary.Find(word[..(prefix + length)])) is null)
            {
                Rune.DecodeLastFromUtf16(word.Slice(prefix, length), out _, out var last);
                length -= last;
            }

            if (found is not { } id)
            {
                return false;
            }

            ids.Add(id);
            start += length;
        }

        return true;
    }
}
