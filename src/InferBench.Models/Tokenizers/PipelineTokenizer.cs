using System.Collections.Frozen;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// The tokenizers format's pipeline: added tokens are taken out, the rest is normalized, cut into pieces and encoded piece by piece, and special tokens
/// go around it (huggingface/tokenizers, <c>tokenizer/mod.rs</c>).
/// </summary>
internal sealed class PipelineTokenizer : ITokenizer
{
    private readonly TokenizerParts _parts;
    private readonly FrozenDictionary<int, AddedToken> _added;
    private readonly FrozenSet<string> _special;
    private readonly AddedTokenFinder _raw;
    private readonly AddedTokenFinder _normalized;

    public PipelineTokenizer(string file, TokenizerParts parts, string? bos, string? eos)
    {
        _parts = parts;
        _added = parts.AddedTokens.DistinctBy(token => token.Id).ToFrozenDictionary(token => token.Id);
        _special = parts.AddedTokens.Where(token => token.IsSpecial).Select(token => token.Content).ToFrozenSet(StringComparer.Ordinal);
        _raw = new AddedTokenFinder(parts.AddedTokens.Where(token => !token.IsNormalized).Select(token => (token.Content, token)));
        _normalized = new AddedTokenFinder(parts.AddedTokens.Where(token => token.IsNormalized).Select(token => (Normalize(token.Content), token)));
        Description = $"{Path.GetFileName(file)} ({parts.Model.Kind})";
        VocabularySize = parts.Model.Vocabulary.Count + _added.Keys.Count(id => parts.Model.Vocabulary.Token(id) is null);
        BosTokenId = Id(bos);
        EosTokenId = Id(eos);
    }

    public string Description { get; }

    public int VocabularySize { get; }

    public int? BosTokenId { get; }

    public int? EosTokenId { get; }

    public int[] Encode(string text, bool addSpecialTokens = true)
    {
        text = TextNormalizers.WellFormed(text);
        var ids = new List<int>((text.Length / 3) + 8);
        foreach (var (start, end, token) in _raw.Find(text))
        {
            if (token is not null)
            {
                ids.Add(token.Id);
            }
            else
            {
                EncodeNormalized(Normalize(text[start..end]), start == 0, ids);
            }
        }

        return addSpecialTokens ? _parts.Frame.Around(ids) : [.. ids];
    }

    public string Decode(IReadOnlyList<int> ids, bool skipSpecialTokens = true)
    {
        var tokens = new List<string>(ids.Count);
        foreach (var id in ids)
        {
            if (Token(id) is { } token && !(skipSpecialTokens && _special.Contains(token)))
            {
                tokens.Add(token);
            }
        }

        return _parts.Decoder is { } decode ? string.Concat(decode(tokens)) : string.Join(' ', tokens);
    }

    private void EncodeNormalized(string text, bool beginsText, List<int> ids)
    {
        foreach (var (start, end, token) in _normalized.Find(text))
        {
            if (token is not null)
            {
                ids.Add(token.Id);
            }
            else if (start < end)
            {
                List<Piece> pieces = [new Piece(text, start, end - start, beginsText && start == 0)];
                foreach (var piece in _parts.PreTokenizer?.Invoke(pieces) ?? pieces)
                {
                    _parts.Model.Encode(piece.Span, ids);
                }
            }
        }
    }

    private string Normalize(string text) => _parts.Normalizer?.Invoke(text) ?? text;

    private string? Token(int id) => _added.TryGetValue(id, out var added) ? added.Content : _parts.Model.Vocabulary.Token(id);

    private int? Id(string? token) => token is null ? null
        : _parts.AddedTokens.FirstOrDefault(added => added.Content == token)?.Id ?? _parts.Model.Vocabulary.Find(token);
}
