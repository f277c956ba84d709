namespace InferBench.Models.Tokenizers;

/// <summary>Opens the tokenizer that comes with a model. What it reads is taken for hostile: sizes, depths and running times are limited.</summary>
public static class TokenizerReader
{
    private const string Json = "tokenizer.json";
    private const string VocabTxt = "vocab.txt";

    // As ONNX Runtime GenAI and Hugging Face's Optimum lay out their folders.
    private static readonly string[] InnerFolders = ["", ".."];

    /// <summary>
    /// The tokenizer at <paramref name="path"/>: a tokenizer file, a folder with one, or an .onnx file with one beside it or in the folder above its own.
    /// In a folder the first of these serves: <c>tokenizer.json</c>, <c>tokenizer.model</c> or <c>*.tiktoken</c> (these two
    /// also serve where tokenizer.json asks for something unsupported), <c>vocab.json</c> with <c>merges.txt</c>, <c>vocab.txt</c>.
    /// </summary>
    /// <exception cref="TokenizerException">There is none, or it is damaged or unsupported; the message names the file and the field.</exception>
    public static ITokenizer Open(string path)
    {
        if (Directory.Exists(path))
        {
            return InFolder(path) ?? throw new TokenizerException(
                $"{path}: there is no tokenizer in this folder (looked for {Json}, tokenizer.model, *.tiktoken, "
                + $"{Gpt2FilesReader.VocabularyFile} with {Gpt2FilesReader.MergesFile}, {VocabTxt})");
        }

        if (!File.Exists(path))
        {
            throw new TokenizerException($"{path}: there is no such file or folder");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return (Path.GetFileName(path), Path.GetExtension(path)) switch
        {
            (Gpt2FilesReader.VocabularyFile or Gpt2FilesReader.MergesFile, _) => Gpt2FilesReader.Read(folder),
            (_, ".json") => TokenizerJsonReader.Read(path),
            (_, ".txt") => VocabTxtReader.Read(path),
            (_, ".model" or ".tiktoken") => MicrosoftTokenizers.Open(path),
            (_, ".onnx") => InnerFolders.Select(inner => InFolder(Path.Combine(folder, inner))).FirstOrDefault(found => found is not null)
                ?? throw new TokenizerException($"{path}: there is no tokenizer beside this model, nor in the folder above"),
            _ => throw TokenizerException.Unsupported(
                $"{Path.GetFileName(path)}: is no tokenizer file (tokenizer.json, tokenizer.model, *.tiktoken, vocab.json, vocab.txt)"),
        };
    }

    private static ITokenizer? InFolder(string folder)
    {
        var json = Path.Combine(folder, Json);
        if (!File.Exists(json))
        {
            return Other(folder);
        }

        try
        {
            return TokenizerJsonReader.Read(json);
        }
        catch (TokenizerException e) when (e.IsUnsupported && MicrosoftTokenizers.FindIn(folder) is not null)
        {
            // The same tokenizer in the form that the other reader knows.
            return MicrosoftTokenizers.Open(MicrosoftTokenizers.FindIn(folder)!);
        }
    }

    private static ITokenizer? Other(string folder)
    {
        if (MicrosoftTokenizers.FindIn(folder) is { } file)
        {
            return MicrosoftTokenizers.Open(file);
        }

        if (File.Exists(Path.Combine(folder, Gpt2FilesReader.VocabularyFile)) && File.Exists(Path.Combine(folder, Gpt2FilesReader.MergesFile)))
        {
            return Gpt2FilesReader.Read(folder);
        }

        var text = Path.Combine(folder, VocabTxt);
        return File.Exists(text) ? VocabTxtReader.Read(text) : null;
    }
}
