using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// The stretches of one piece, in order and without gaps, each a delimiter or not, and the pieces that a behaviour makes of them
/// (huggingface/tokenizers, <c>NormalizedString::split</c>).
/// </summary>
internal sealed class Cuts
{
    private readonly List<(int Start, int End, bool IsDelimiter)> _stretches = [];
    private int _end;

    public IReadOnlyList<(int Start, int End, bool IsDelimiter)> Stretches => _stretches;

    public void Clear()
    {
        _stretches.Clear();
        _end = 0;
    }

    /// <summary>A delimiter; what lies between it and the one before is none.</summary>
    public void AddDelimiter(int start, int end)
    {
        AddRest(start);
        _stretches.Add((start, end, true));
        _end = end;
    }

    public void AddRest(int length)
    {
        if (_end < length)
        {
            _stretches.Add((_end, length, false));
            _end = length;
        }
    }

    public void AddDelimiters(ReadOnlySpan<char> text, Func<Rune, bool> isDelimiter)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (isDelimiter(rune))
            {
                AddDelimiter(at, at + rune.Utf16SequenceLength);
            }

            at += rune.Utf16SequenceLength;
        }

        AddRest(text.Length);
    }

    /// <summary>Adds the pieces; <paramref name="invert"/> takes the delimiters for the rest and the rest for delimiters.</summary>
    public void Split(Piece piece, SplitBehavior behavior, bool invert, List<Piece> pieces)
    {
        var first = pieces.Count;
        switch (behavior)
        {
            case SplitBehavior.MergedWithNext:
                for (var (i, after) = (_stretches.Count - 1, false); i >= 0; i--)
                {
                    var (start, end, delimiter) = _stretches[i];
                    var isDelimiter = delimiter != invert;
                    Join(piece, start, end, pieces, isDelimiter && !after && pieces.Count > first);
                    after = isDelimiter;
                }

                pieces.Reverse(first, pieces.Count - first);
                break;
            default:
                var before = false;
                foreach (var (start, end, delimiter) in _stretches)
                {
                    var isDelimiter = delimiter != invert;
                    var joins = pieces.Count > first && behavior switch
                    {
                        SplitBehavior.Contiguous => isDelimiter == before,
                        SplitBehavior.MergedWithPrevious => isDelimiter && !before,
                        _ => false,
                    };
                    if (behavior != SplitBehavior.Removed || !isDelimiter)
                    {
                        Join(piece, start, end, pieces, joins);
                    }

                    before = isDelimiter;
                }

                break;
        }

        DropEmpty(pieces, first);
    }

    private static void DropEmpty(List<Piece> pieces, int first)
    {
        var kept = first;
        for (var i = first; i < pieces.Count; i++)
        {
            if (pieces[i].Length > 0)
            {
                pieces[kept++] = pieces[i];
            }
        }

        pieces.RemoveRange(kept, pieces.Count - kept);
    }

    private static void Join(Piece piece, int start, int end, List<Piece> pieces, bool joins)
    {
        var part = piece.Part(start, end);
        if (!joins)
        {
            pieces.Add(part);
            return;
        }

        var other = pieces[^1];
        var from = Math.Min(other.Start, part.Start);
        var to = Math.Max(other.Start + other.Length, part.Start + part.Length);
        pieces[^1] = new Piece(piece.Text, from, to - from, other.BeginsText || part.BeginsText);
    }
}
