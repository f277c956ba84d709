using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>model</c> of a tokenizer.json.</summary>
internal static class TokenModelReader
{
    private const string LongestWord = "max_input_chars_per_word";
    private const int UsualLongestWord = 100;

    public static ITokenModel Read(JsonPart part)
    {
        // Files from before 2020 name no type.
        var kind = part.TextOrNull("type")
            ?? (part.TryGet("merges", out _) ? "BPE" : part.TryGet(LongestWord, out _) ? "WordPiece" : "without a type");
        return kind switch
        {
            "BPE" => Bpe(part),
            "WordPiece" => WordPiece(part),
            _ => throw part.Unsupported($"the model \"{kind}\""),
        };
    }

    private static WordPieceModel WordPiece(JsonPart part)
    {
        var longest = part.Count(LongestWord, UsualLongestWord);
        if (longest > TokenizerLimits.WordPieceWordCharacters)
        {
            throw part.Get(LongestWord).Unsupported(string.Create(CultureInfo.InvariantCulture, $"more than {TokenizerLimits.WordPieceWordCharacters}"));
        }

        var prefix = Inserted(part, "continuing_subword_prefix") ?? "##";
        return new WordPieceModel(Vocabulary(part.Get("vocab")), part.TextOrNull("unk_token") ?? "[UNK]", prefix, longest);
    }

    private static BpeModel Bpe(JsonPart part)
    {
        if (part.TryGet("dropout", out var dropout) && dropout.Number() != 0)
        {
            throw dropout.Unsupported("dropout, with which equal texts get different ids,");
        }

        var settings = new BpeSettings(
            part.TextOrNull("unk_token"),
            part.Flag("fuse_unk", otherwise: false),
            part.Flag("byte_fallback", otherwise: false),
            part.Flag("ignore_merges", otherwise: false),
            Inserted(part, "continuing_subword_prefix") ?? "",
            Inserted(part, "end_of_word_suffix") ?? "");
        var vocabulary = Vocabulary(part.Get("vocab"));
        return new BpeModel(vocabulary, Merges(part.Get("merges"), vocabulary, settings.SubwordPrefix), settings);
    }

    public static Vocabulary Vocabulary(JsonPart part)
    {
        var vocabulary = new Vocabulary();
        foreach (var (token, id) in part.Fields())
        {
            if (!vocabulary.TryAdd(token, id.Id()))
            {
                throw part.Problem(string.Create(CultureInfo.InvariantCulture, $"has more than {TokenizerLimits.Tokens} tokens"));
            }
        }

        return vocabulary;
    }

    private static IReadOnlyList<BpeMerge> Merges(JsonPart part, Vocabulary vocabulary, string subwordPrefix)
    {
        var builder = new BpeMergesBuilder(vocabulary, subwordPrefix);
        foreach (var item in part.Items())
        {
            var (left, right) = item.IsArray ? Pair(item) : SpacedPair(item);
            if (builder.Add(left, right) is { } problem)
            {
                throw item.Problem(problem);
            }
        }

        return builder.Merges;
    }

    private static (string Left, string Right) Pair(JsonPart item) =>
        item.Items().ToList() is [var left, var right] ? (left.Text(), right.Text()) : throw item.Problem("is not a pair of tokens");

    private static (string Left, string Right) SpacedPair(JsonPart item) =>
        item.Text().Split(' ') is [var left, var right] ? (left, right) : throw item.Problem("is not two tokens with a space between them");

    private static string? Inserted(JsonPart part, string name) => part.TryGet(name, out var text) ? Steps.Inserted(text) : null;
}
