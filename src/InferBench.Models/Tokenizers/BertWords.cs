namespace InferBench.Models.Tokenizers;

/// <summary>BERT's words for Microsoft.ML.Tokenizers, whose own drop what is neither word nor P*: of "C++" it keeps "C".</summary>
internal sealed class BertWords : Microsoft.ML.Tokenizers.PreTokenizer
{
    private readonly PreTokenizer _words = PreTokenizers.Bert();

    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) =>
        _words([new Piece(text, 0, text.Length, BeginsText: true)]).Select(piece => (piece.Start, piece.Length));

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text) => PreTokenize(text.ToString());
}
