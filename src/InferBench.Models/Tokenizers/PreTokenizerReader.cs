using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>pre_tokenizer</c> of a tokenizer.json.</summary>
internal static class PreTokenizerReader
{
    public static PreTokenizer Read(JsonPart part)
    {
        var type = part.Get("type");
        switch (type.Text())
        {
            case "Sequence":
                var steps = Steps.Read(part.Get("pretokenizers"), item => new Func<List<Piece>, List<Piece>>(Read(item)));
                return pieces => Steps.Run(pieces, steps, static current => current.Sum(piece => (long)piece.Length), part);
            case "ByteLevel":
                return PreTokenizers.ByteLevel(part.Flag("add_prefix_space", otherwise: true), part.Flag("use_regex", otherwise: true));
            case "Split":
                return Split(part);
            case "Whitespace":
                return PreTokenizers.Whitespace();
            case "WhitespaceSplit":
                return PreTokenizers.By(CharacterClasses.IsWhitespace, SplitBehavior.Removed);
            case "Punctuation":
                return PreTokenizers.By(
                    CharacterClasses.IsPunctuation, part.TryGet("behavior", out var behavior) ? Behavior(behavior) : SplitBehavior.Isolated);
            case "BertPreTokenizer":
                return PreTokenizers.Bert();
            case "Digits":
                return PreTokenizers.By(
                    CharacterClasses.IsNumeric, part.Flag("individual_digits", otherwise: false) ? SplitBehavior.Isolated : SplitBehavior.Contiguous);
            case "CharDelimiterSplit":
                var delimiter = Character(part.Get("delimiter"));
                return PreTokenizers.By(rune => rune == delimiter, SplitBehavior.Removed);
            case "Metaspace":
                return new Metaspace(part).PreTokenize;
            case var other:
                throw type.Unsupported($"the pre-tokenizer \"{other}\"");
        }
    }

    public static Rune Character(JsonPart part)
    {
        var text = part.Text();
        return Rune.TryGetRuneAt(text + '\0', 0, out var rune) && rune.Utf16SequenceLength == text.Length ? rune : throw part.Problem("is not one character");
    }

    private static PreTokenizer Split(JsonPart part)
    {
        var behavior = Behavior(part.Get("behavior"));
        var invert = part.Flag("invert", otherwise: false);
        var pattern = part.Get("pattern");
        if (pattern.TryGet("String", out var literal))
        {
            var searched = literal.Text();
            return searched.Length == 0
                ? throw literal.Unsupported("an empty text to split at")
                : PreTokenizers.By((text, cuts) => CutAt(text, searched, cuts), behavior, invert);
        }

        var regex = TextPattern.Read(pattern.Get("Regex"));
        return PreTokenizers.By(regex.Cut, behavior, invert);
    }

    private static void CutAt(ReadOnlySpan<char> text, string searched, Cuts cuts)
    {
        for (int at = 0, found; (found = text[at..].IndexOf(searched, StringComparison.Ordinal)) >= 0; at += found + searched.Length)
        {
            cuts.AddDelimiter(at + found, at + found + searched.Length);
        }

        cuts.AddRest(text.Length);
    }

    private static SplitBehavior Behavior(JsonPart part) => part.Text() switch
    {
        "Removed" or "removed" => SplitBehavior.Removed,
        "Isolated" or "isolated" => SplitBehavior.Isolated,
        "MergedWithPrevious" or "merged_with_previous" => SplitBehavior.MergedWithPrevious,
        "MergedWithNext" or "merged_with_next" => SplitBehavior.MergedWithNext,
        "Contiguous" or "contiguous" => SplitBehavior.Contiguous,
        var other => throw part.Unsupported($"the behaviour \"{other}\""),
    };
}
