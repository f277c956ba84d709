using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>Byte pair encoding as the tokenizers format defines it (huggingface/tokenizers, <c>models/bpe/model.rs</c>).</summary>
internal sealed class BpeModel : ITokenModel
{
    private const int CachedPieces = 1 << 15;
    private const int CachedCharacters = 64;

    private readonly BpeMerges _merges;
    private readonly BpeSettings _settings;
    private readonly int[] _byteIds;
    private readonly int? _unknown;
    private readonly ConcurrentDictionary<string, int[]> _cache = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _cached;
    private int _cacheCount;

    public BpeModel(Vocabulary vocabulary, BpeMerges merges, BpeSettings settings)
    {
        Vocabulary = vocabulary;
        _merges = merges;
        _settings = settings;
        _cached = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        _unknown = settings.UnknownToken is { } token ? vocabulary.Find(token) : null;
        _byteIds = settings.ByteFallback
            ? [.. Enumerable.Range(0, 256).Select(b => vocabulary.Find(string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>")) ?? -1)]
            : [];
    }

    public Vocabulary Vocabulary { get; }

    public string Kind => "BPE";

    public void Encode(ReadOnlySpan<char> piece, List<int> ids)
    {
        if (_cached.TryGetValue(piece, out var known))
        {
            ids.AddRange(known);
            return;
        }

        if (_settings.IgnoreMerges && Vocabulary.Find(piece) is { } whole)
        {
            ids.Add(whole);
            return;
        }

        var symbols = Symbols(piece);
        var before = ids.Count;
        _merges.Apply(symbols, ids);
        if (piece.Length <= CachedCharacters && Volatile.Read(ref _cacheCount) < CachedPieces
            && _cache.TryAdd(piece.ToString(), [.. ids[before..]]))
        {
            Interlocked.Increment(ref _cacheCount);
        }
    }

    private List<int> Symbols(ReadOnlySpan<char> piece)
    {
        var symbols = new List<int>(piece.Length);
        var pendingUnknown = false;
        for (var start = 0; start < piece.Length;)
        {
            Rune.DecodeFromUtf16(piece[start..], out _, out var length);
            var symbol = piece.Slice(start, length);
            var affixed = Affixed(symbol, start == 0, start + length == piece.Length);
            start += length;

            if (Vocabulary.Find(affixed ?? symbol) is { } id)
            {
                FlushUnknown(symbols, ref pendingUnknown);
                symbols.Add(id);
            }
            else if (_settings.ByteFallback && TryAddBytes(affixed ?? symbol, symbols))
            {
                // As the format's own library does: bytes do not flush a pending unknown.
            }
            else if (_settings.UnknownToken is not null)
            {
                if (!_settings.FuseUnknown)
                {
                    FlushUnknown(symbols, ref pendingUnknown);
                }

                pendingUnknown = true;
            }
        }

        FlushUnknown(symbols, ref pendingUnknown);
        return symbols;
    }

    private void FlushUnknown(List<int> symbols, ref bool pending)
    {
        if (pending)
        {
            symbols.Add(_unknown ?? throw new TokenizerException($"The tokenizer's unk_token \"{_settings.UnknownToken}\" is not in its vocabulary"));
            pending = false;
        }
    }

    private string? Affixed(ReadOnlySpan<char> symbol, bool isFirst, bool isLast)
    {
        var prefix = isFirst ? "" : _settings.SubwordPrefix;
        var suffix = isLast ? _settings.WordSuffix : "";
        return prefix.Length + suffix.Length == 0 ? null : string.Concat(prefix, symbol, suffix);
    }

    private bool TryAddBytes(ReadOnlySpan<char> symbol, List<int> symbols)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(symbol.Length)];
        var used = bytes.AsSpan(0, Encoding.UTF8.GetBytes(symbol, bytes));
        foreach (var value in used)
        {
            if (_byteIds[value] < 0)
            {
                return false;
            }
        }

        foreach (var value in used)
        {
            symbols.Add(_byteIds[value]);
        }

        return true;
    }
}
