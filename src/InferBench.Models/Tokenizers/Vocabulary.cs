namespace InferBench.Models.Tokenizers;

/// <summary>A model's tokens by text and by id. Ids may have gaps; where two tokens share an id, the first one is what it decodes to.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly Dictionary<int, string> _tokens = [];

    public Vocabulary()
    {
        _spans = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _tokens.Count;

    public int LongestToken { get; private set; }

    public IEnumerable<string> Tokens => _ids.Keys;

    /// <summary>False when the vocabulary is full.</summary>
    public bool TryAdd(string token, int id)
    {
        if (_ids.Count >= TokenizerLimits.Tokens)
        {
            return false;
        }

        _ids[token] = id;
        _tokens.TryAdd(id, token);
        LongestToken = Math.Max(LongestToken, token.Length);
        return true;
    }

    public int? Find(ReadOnlySpan<char> token) => _spans.TryGetValue(token, out var id) ? id : null;

    public string? Token(int id) => _tokens.GetValueOrDefault(id);
}
