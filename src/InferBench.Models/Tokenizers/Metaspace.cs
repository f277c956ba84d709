namespace InferBench.Models.Tokenizers;

/// <summary>Spaces as a visible character, ▁ by custom (huggingface/tokenizers, <c>pre_tokenizers/metaspace.rs</c>); pre-tokenizer and decoder.</summary>
internal sealed class Metaspace
{
    private readonly string _mark;
    private readonly bool _prepends;
    private readonly bool _onlyFirst;
    private readonly PreTokenizer _split;

    public Metaspace(JsonPart part)
    {
        _mark = PreTokenizerReader.Character(part.Get("replacement")).ToString();
        var mark = PreTokenizerReader.Character(part.Get("replacement"));
        if (part.TryGet("prepend_scheme", out var scheme))
        {
            (_prepends, _onlyFirst) = scheme.Text() switch
            {
                "always" => (true, false),
                "first" => (true, true),
                "never" => (false, false),
                var other => throw scheme.Unsupported($"the scheme \"{other}\""),
            };
        }
        else
        {
            // Files from before 2023 say it so.
            _prepends = part.Flag("add_prefix_space", otherwise: true);
        }

        _split = part.Flag("split", otherwise: true) ? PreTokenizers.By(rune => rune == mark, SplitBehavior.MergedWithNext) : static pieces => pieces;
    }

    public List<Piece> PreTokenize(List<Piece> pieces) => _split(pieces.ConvertAll(Marked));

    /// <summary>The first token loses its marks, where some were put before it; all others become spaces.</summary>
    public List<string> Decode(List<string> tokens) =>
        [.. tokens.Select((token, i) => token.Replace(_mark, i == 0 && _prepends ? "" : " ", StringComparison.Ordinal))];

    private Piece Marked(Piece piece)
    {
        var text = piece.ToString().Replace(" ", _mark, StringComparison.Ordinal);
        if (_prepends && (!_onlyFirst || piece.BeginsText) && !text.StartsWith(_mark, StringComparison.Ordinal))
        {
            text = _mark + text;
        }

        return new Piece(text, 0, text.Length, piece.BeginsText);
    }
}
