using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads BERT's <c>vocab.txt</c>: one WordPiece token a line, ids from 0.</summary>
internal static class VocabTxtReader
{
    private const string Unknown = "[UNK]";
    private const int LongestWord = 100;

    public static PipelineTokenizer Read(string path)
    {
        var (vocabulary, id) = (new Vocabulary(), 0);
        foreach (var line in TokenizerFile.Lines(path))
        {
            if (!vocabulary.TryAdd(line.TrimEnd(), id++))
            {
                throw TokenizerException.In(path, string.Create(CultureInfo.InvariantCulture, $"has more than {TokenizerLimits.Tokens} tokens"));
            }
        }

        if (vocabulary.Find(Unknown) is null)
        {
            throw TokenizerException.In(path, $"has no {Unknown}; a WordPiece vocabulary has one token a line, {Unknown} among them");
        }

        var lowercase = IsLowercase(path);
        var parts = new TokenizerParts(new WordPieceModel(vocabulary, Unknown, "##", LongestWord))
        {
            Normalizer = text => TextNormalizers.Bert(text, cleanText: true, spaceIdeographs: true, stripAccents: lowercase, lowercase),
            PreTokenizer = PreTokenizers.Bert(),
            Decoder = static tokens => TokenDecoders.WordPiece(tokens, "##", cleanup: true),
            Frame = vocabulary.Find("[CLS]") is { } cls && vocabulary.Find("[SEP]") is { } sep ? new SpecialTokenFrame([cls], [sep]) : SpecialTokenFrame.None,
            AddedTokens =
            [
                .. ((string[])["[PAD]", Unknown, "[CLS]", "[SEP]", "[MASK]"])
                    .Where(name => vocabulary.Find(name) is not null)
                    .Select(name => new AddedToken(vocabulary.Find(name)!.Value, name, IsSpecial: true)),
            ],
        };
        var settings = TokenizerSettings.ReadBeside(path);
        return new PipelineTokenizer(path, parts, settings.Bos, settings.Eos);
    }

    /// <summary>As tokenizer_config.json beside it says; without that word a vocabulary without capital letters is for lower-cased text.</summary>
    public static bool IsLowercase(string path) => TokenizerSettings.ReadBeside(path).Lowercases
        ?? !TokenizerFile.Lines(path).Any(token => !token.StartsWith('[') && token.Any(char.IsAsciiLetterUpper));
}
