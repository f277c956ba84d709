using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>The pre-tokenizers of the tokenizers format (huggingface/tokenizers, <c>pre_tokenizers/</c>).</summary>
internal static class PreTokenizers
{
    /// <summary>Marks the delimiters of one piece.</summary>
    public delegate void Cutter(ReadOnlySpan<char> text, Cuts cuts);

    public static PreTokenizer By(Cutter cut, SplitBehavior behavior, bool invert = false) => pieces =>
    {
        var (cuts, result) = (new Cuts(), new List<Piece>(pieces.Count));
        foreach (var piece in pieces)
        {
            cuts.Clear();
            cut(piece.Span, cuts);
            cuts.Split(piece, behavior, invert, result);
        }

        return result;
    };

    public static PreTokenizer By(Func<Rune, bool> isDelimiter, SplitBehavior behavior) =>
        By((text, cuts) => cuts.AddDelimiters(text, isDelimiter), behavior);

    /// <summary>Runs of <c>\w</c> and runs of neither <c>\w</c> nor whitespace; the format's pattern is <c>\w+|[^\w\s]+</c>.</summary>
    public static PreTokenizer Whitespace()
    {
        var words = By(CharacterClasses.IsWhitespace, SplitBehavior.Removed);
        var kinds = By(CharacterClasses.IsWord, SplitBehavior.Contiguous);
        return pieces => kinds(words(pieces));
    }

    public static PreTokenizer Bert()
    {
        var words = By(CharacterClasses.IsWhitespace, SplitBehavior.Removed);
        var marks = By(CharacterClasses.IsPunctuation, SplitBehavior.Isolated);
        return pieces => marks(words(pieces));
    }

    public static PreTokenizer ByteLevel(bool addPrefixSpace, bool useRegex)
    {
        var words = useRegex ? By(TextPattern.Gpt2.Cut, SplitBehavior.Isolated) : static pieces => pieces;
        return pieces => Spelled(words(addPrefixSpace ? Prefixed(pieces) : pieces));
    }

    private static List<Piece> Prefixed(List<Piece> pieces) => pieces.ConvertAll(static piece =>
        piece.Span.StartsWith(' ') ? piece : new Piece($" {piece.Span}", 0, piece.Length + 1, piece.BeginsText));

    private static List<Piece> Spelled(List<Piece> pieces)
    {
        var ends = new List<int>(pieces.Count);
        var text = ByteAlphabet.Spell(pieces, ends);
        var result = new List<Piece>(pieces.Count);
        for (var (i, start) = (0, 0); i < pieces.Count; start = ends[i++])
        {
            result.Add(new Piece(text, start, ends[i] - start, pieces[i].BeginsText));
        }

        return result;
    }
}
