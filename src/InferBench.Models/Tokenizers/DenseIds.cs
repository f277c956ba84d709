namespace InferBench.Models.Tokenizers;

/// <summary>
/// A vocabulary as Microsoft.ML.Tokenizers takes one: each token once, ids 0, 1, 2 and so on, no character that its files cannot hold. Real
/// vocabularies have gaps and share ids; a token with a space or a line end is spelled with characters that no token has.
/// </summary>
internal sealed class DenseIds
{
    private const int Absent = -1;
    private const char FirstStandIn = '\uE000';
    private const char LastStandIn = '\uF8FF';

    private readonly List<string> _tokens = [];
    private readonly List<int> _ids = [];
    private readonly List<(char Character, char StandIn)> _standIns = [];
    private readonly string? _unknown;
    private readonly char _nobodys;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="unknown">What stands for text without a token, added where the vocabulary lacks it, as only its use is an error; null for nothing.</param>
    /// <param name="forbidden">Characters that a token must not have.</param>
    public DenseIds(Vocabulary vocabulary, string? unknown, params ReadOnlySpan<char> forbidden)
    {
        var used = vocabulary.Tokens.SelectMany(token => token).ToHashSet();
        var standIn = FirstStandIn;
        foreach (var character in forbidden)
        {
            if (used.Contains(character))
            {
                _standIns.Add((character, NextUnused(used, ref standIn)));
            }
        }

        _nobodys = NextUnused(used, ref standIn);

        _unknown = unknown;
        foreach (var token in vocabulary.Tokens.Where(token => token.Length > 0))
        {
            _tokens.Add(Spell(token));
            _ids.Add(vocabulary.Find(token)!.Value);
        }

        if (unknown is not null && vocabulary.Find(unknown) is null)
        {
            _tokens.Add(Spell(unknown));
            _ids.Add(Absent);
        }
    }

    /// <summary>Spelled tokens; each one's place is its dense id.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    public string Spell(string text)
    {
        foreach (var (character, standIn) in _standIns)
        {
            text = text.Replace(character, standIn);
        }

        return text;
    }

    /// <summary>
    /// Text as the package may see it: itself, but for the rare vocabulary that needs another spelling. A stand-in in the text has no token and must
    /// not get one.
    /// </summary>
    public ReadOnlySpan<char> Spell(ReadOnlySpan<char> text)
    {
        foreach (var (character, standIn) in _standIns)
        {
            if (text.ContainsAny(character, standIn))
            {
                text = text.ToString().Replace(standIn, _nobodys).Replace(character, standIn);
            }
        }

        return text;
    }

    /// <exception cref="TokenizerException">The unknown token was needed, and the vocabulary has none.</exception>
    public void Add(IReadOnlyList<int> dense, List<int> ids)
    {
        foreach (var id in dense)
        {
            ids.Add(_ids[id] is var own && own != Absent ? own : throw MissingUnknown(_unknown!));
        }
    }

    internal static TokenizerException MissingUnknown(string unknown) => new($"The tokenizer's unk_token \"{unknown}\" is not in its vocabulary");

    private static char NextUnused(HashSet<char> used, ref char standIn)
    {
        while (standIn < LastStandIn && used.Contains(standIn))
        {
            standIn++;
        }

        return standIn++;
    }
}
