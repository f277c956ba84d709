using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads GPT-2's pair of files, <c>vocab.json</c> and <c>merges.txt</c>: byte-level BPE, cut by GPT-2's pattern.</summary>
internal static class Gpt2FilesReader
{
    public const string VocabularyFile = "vocab.json";
    public const string MergesFile = "merges.txt";
    public const string End = "<|endoftext|>";

    public static PipelineTokenizer Read(string folder)
    {
        var (vocabularyPath, mergesPath) = (Path.Combine(folder, VocabularyFile), Path.Combine(folder, MergesFile));
        using var document = TokenizerFile.ParseJson(vocabularyPath);
        var vocabulary = TokenModelReader.Vocabulary(new JsonPart(document.RootElement, vocabularyPath, ""));
        var parts = new TokenizerParts(new BpeModel(vocabulary, Merges(mergesPath, vocabulary), new BpeSettings()))
        {
            PreTokenizer = PreTokenizers.ByteLevel(addPrefixSpace: false, useRegex: true),
            Decoder = static tokens => [ByteAlphabet.Read(tokens)],
            AddedTokens = vocabulary.Find(End) is { } id ? [new AddedToken(id, End, IsSpecial: true)] : [],
        };
        var settings = TokenizerSettings.ReadBeside(vocabularyPath);
        return new PipelineTokenizer(vocabularyPath, parts, settings.Bos ?? End, settings.Eos ?? End);
    }

    private static IReadOnlyList<BpeMerge> Merges(string path, Vocabulary vocabulary)
    {
        var (builder, number) = (new BpeMergesBuilder(vocabulary), 0);
        foreach (var line in TokenizerFile.Lines(path))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("#version", StringComparison.Ordinal))
            {
                continue;
            }

            var problem = line.Split(' ') is [var left, var right]
                ? builder.Add(left, right)
                : "is not two tokens with a space between them";
            if (problem is not null)
            {
                throw TokenizerException.In(path, string.Create(CultureInfo.InvariantCulture, $"line {number} {problem}"));
            }
        }

        return builder.Merges;
    }
}
