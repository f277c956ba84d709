using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// Byte pair encoding by Microsoft.ML.Tokenizers. What its <see cref="BpeTokenizer"/> has no option for is done around it, as the tokenizers format
/// defines it (huggingface/tokenizers, <c>models/bpe/model.rs</c>): bytes in the place of unknown characters (Llama 2), pieces that are a token
/// whatever the merges say (Llama 3), vocabularies with gaps, and words so long that its time, quadratic in the word, is felt.
/// </summary>
internal sealed class BpeModel : ITokenModel
{
    /// <summary>Words up to here are the package's: it took 1.3 ms for one of this length, 1.6 s for one of 100,000 characters and 11 s for one of 300,000.</summary>
    private const int LongestWord = 1_024;

    /// <summary>Shorter text is not worth looking for seams in.</summary>
    private const int LongText = 64;

    private readonly BpeSettings _settings;
    private readonly DenseIds _dense;
    private readonly BpeTokenizer _tokenizer;
    private readonly LongWords _longWords;
    private readonly BpeSeams _seams;
    private readonly int[] _byteIds;

    public BpeModel(Vocabulary vocabulary, IReadOnlyList<BpeMerge> merges, BpeSettings settings)
    {
        (Vocabulary, _settings) = (vocabulary, settings);
        _dense = new DenseIds(vocabulary, settings.UnknownToken, ' ');

        // A pair that comes again takes the later rank, as in the format's own library; the package refuses it.
        List<BpeMerge> ranked = [.. merges.Reverse().DistinctBy(merge => (merge.Left, merge.Right)).Reverse()];
        _tokenizer = BpeTokenizer.Create(new BpeOptions(_dense.Tokens.Select((token, id) => KeyValuePair.Create(token, id)))
        {
            Merges = ranked.Select(merge => $"{_dense.Spell(merge.Left)} {_dense.Spell(merge.Right)}"),
            UnknownToken = settings.UnknownToken is { } unknown ? _dense.Spell(unknown) : null,
            FuseUnknownTokens = settings.FuseUnknown,
            ContinuingSubwordPrefix = settings.SubwordPrefix.Length > 0 ? settings.SubwordPrefix : null,
            EndOfWordSuffix = settings.WordSuffix.Length > 0 ? settings.WordSuffix : null,
        });
        _longWords = new LongWords(ranked, vocabulary);
        _seams = new BpeSeams(ranked);
        _byteIds = settings.ByteFallback
            ? [.. Enumerable.Range(0, 256).Select(b => vocabulary.Find(string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>")) ?? -1)]
            : [];
    }

    public Vocabulary Vocabulary { get; }

    public string Kind => "BPE";

    public void Encode(ReadOnlySpan<char> piece, List<int> ids)
    {
        if (_settings.IgnoreMerges && Vocabulary.Find(piece) is { } whole)
        {
            ids.Add(whole);
        }
        else if (_settings.SubwordPrefix.Length + _settings.WordSuffix.Length > 0)
        {
            // Where a word begins and ends counts, so it stays in one.
            Merge(piece, ids);
        }
        else
        {
            EncodeStretches(_settings.UnknownToken is null ? Known(piece) : piece, ids);
        }
    }

    /// <summary>No merge joins what has a token with what has none, so that they are encoded apart.</summary>
    private void EncodeStretches(ReadOnlySpan<char> piece, List<int> ids)
    {
        while (piece.Length > 0)
        {
            var first = Rune(piece, out var length);
            if (Has(first))
            {
                for (; length < piece.Length && Rune(piece[length..], out var next) is var rune && Has(rune); length += next)
                {
                }

                EncodeSeamed(piece[..length], ids);
            }
            else if (!TryAddBytes(first, ids))
            {
                for (; length < piece.Length && Rune(piece[length..], out var next) is var rune && !Has(rune) && !HasBytes(rune); length += next)
                {
                }

                Merge(piece[..length], ids);
            }

            piece = piece[length..];
        }
    }

    private void EncodeSeamed(ReadOnlySpan<char> text, List<int> ids)
    {
        while (text.Length > LongText && _seams.First(text, LongText / 2) is var seam && seam < text.Length)
        {
            Merge(text[..seam], ids);
            text = text[seam..];
        }

        Merge(text, ids);
    }

    private void Merge(ReadOnlySpan<char> word, List<int> ids)
    {
        if (word.Length > LongestWord)
        {
            _longWords.Merge(Symbols(word), ids);
        }
        else
        {
            _dense.Add(_tokenizer.EncodeToIds(_dense.Spell(word), considerPreTokenization: false, considerNormalization: false), ids);
        }
    }

    /// <returns>A word's characters as tokens; what has none is the unknown token, or is left out where there is no such.</returns>
    private List<int> Symbols(ReadOnlySpan<char> word)
    {
        var symbols = new List<int>(word.Length);
        var afterUnknown = false;
        for (var start = 0; start < word.Length;)
        {
            Rune(word[start..], out var length);
            var prefix = start == 0 ? "" : _settings.SubwordPrefix;
            var suffix = start + length == word.Length ? _settings.WordSuffix : "";
            var id = Vocabulary.Find(string.Concat(prefix, word.Slice(start, length), suffix));
            if (id is { } known)
            {
                symbols.Add(known);
            }
            else if (_settings.UnknownToken is { } unknown && !(afterUnknown && _settings.FuseUnknown))
            {
                symbols.Add(Vocabulary.Find(unknown) ?? throw DenseIds.MissingUnknown(unknown));
            }

            afterUnknown = id is null;
            start += length;
        }

        return symbols;
    }

    /// <summary>Without an unknown token, what has no token is left out, and its neighbours may join.</summary>
    private string Known(ReadOnlySpan<char> piece)
    {
        var known = new StringBuilder(piece.Length);
        foreach (var rune in piece.EnumerateRunes())
        {
            if (Has(rune) || HasBytes(rune))
            {
                known.Append(rune);
            }
        }

        return known.ToString();
    }

    private static Rune Rune(ReadOnlySpan<char> text, out int length) =>
        System.Text.Rune.DecodeFromUtf16(text, out var rune, out length) == OperationStatus.Done ? rune : System.Text.Rune.ReplacementChar;

    private bool Has(Rune rune)
    {
        Span<char> text = stackalloc char[2];
        return Vocabulary.Find(text[..rune.EncodeToUtf16(text)]) is not null;
    }

    private bool HasBytes(Rune rune) => TryAddBytes(rune, []);

    private bool TryAddBytes(Rune rune, List<int> ids)
    {
        if (!_settings.ByteFallback)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..rune.EncodeToUtf8(bytes)];
        foreach (var value in bytes)
        {
            if (_byteIds[value] < 0)
            {
                return false;
            }
        }

        foreach (var value in bytes)
        {
            ids.Add(_byteIds[value]);
        }

        return true;
    }
}
