using System.Text;
using Microsoft.ML.Tokenizers;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// Greedy longest match from the left by Microsoft.ML.Tokenizers. Only the longest word is counted here: in characters, as BERT does it
/// (huggingface/tokenizers, <c>models/wordpiece/mod.rs</c>), and not in UTF-16 units.
/// </summary>
internal sealed class WordPieceModel : ITokenModel
{
    private readonly DenseIds _dense;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly int _longestWord;

    public WordPieceModel(Vocabulary vocabulary, string unknownToken, string subwordPrefix, int longestWord)
    {
        (Vocabulary, _longestWord) = (vocabulary, longestWord);
        _dense = new DenseIds(vocabulary, unknownToken, '\n', '\r', '\uFEFF');
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', _dense.Tokens)));
        _tokenizer = WordPieceTokenizer.Create(lines, new WordPieceOptions
        {
            UnknownToken = _dense.Spell(unknownToken),
            ContinuingSubwordPrefix = _dense.Spell(subwordPrefix),
            MaxInputCharsPerWord = 2 * longestWord,
        });
    }

    public Vocabulary Vocabulary { get; }

    public string Kind => "WordPiece";

    public void Encode(ReadOnlySpan<char> piece, List<int> ids)
    {
        _dense.Add(
            Runes(piece) <= _longestWord
                ? _tokenizer.EncodeToIds(_dense.Spell(piece), considerPreTokenization: false, considerNormalization: false)
                : [_tokenizer.UnknownTokenId],
            ids);
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
}
