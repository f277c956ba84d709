using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace InferBench.Models.Tokenizers;

/// <summary>
/// SentencePiece and tiktoken files, which Microsoft.ML.Tokenizers reads as they are.
/// </summary>
internal static partial class MicrosoftTokenizers
{
    private const string SentencePiece = "tokenizer.model";

    // The patterns are not in tiktoken's files; openai/tiktoken, QwenLM/Qwen and meta-llama/llama3 have them in their sources.
    private const string Words = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|";
    private const string Rest = @"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    public static string? FindIn(string folder)
    {
        var model = Path.Combine(folder, SentencePiece);
        return File.Exists(model) ? model
            : Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.tiktoken").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
    }

    public static ITokenizer Open(string path)
    {
        try
        {
            return Path.GetExtension(path) == ".tiktoken" || IsTiktoken(path) ? OpenTiktoken(path) : OpenSentencePiece(path);
        }
        catch (Exception e) when (e is not (TokenizerException or OutOfMemoryException))
        {
            throw TokenizerException.In(path, $"Microsoft.ML.Tokenizers cannot read it ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    private static MicrosoftTokenizer OpenSentencePiece(string path)
    {
        var config = TokenizerSettings.ReadBeside(path);
        if (config.HasShiftedIds)
        {
            throw TokenizerException.Unsupported(
                $"{Path.GetFileName(path)}: ids of {config.Class} differ from those of its SentencePiece file; this is not supported");
        }

        using var stream = TokenizerFile.Open(path);
        var (bos, eos) = (config.AddBos ?? true, config.AddEos ?? false);
        var tokenizer = SentencePieceTokenizer.Create(stream, bos, eos, config.AddedTokens);
        return new MicrosoftTokenizer(Name(path, "SentencePiece"), tokenizer.Vocabulary.Count, tokenizer.BeginningOfSentenceId, tokenizer.EndOfSentenceId,
            (text, special) => tokenizer.EncodeToIds(text, special && bos, special && eos), (ids, skips) => tokenizer.Decode(ids, considerSpecialTokens: !skips));
    }

    private static MicrosoftTokenizer OpenTiktoken(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var pattern = name switch
        {
            "gpt2" or "r50k_base" or "p50k_base" => Gpt2,
            "cl100k_base" or "tokenizer" => Words + @"\p{N}{1,3}" + Rest,
            "qwen" => Words + @"\p{N}" + Rest,
            _ => throw TokenizerException.Unsupported($"{Path.GetFileName(path)}: how \"{name}\" cuts text into words is not known here"),
        };
        var config = TokenizerSettings.ReadBeside(path);
        using var stream = TokenizerFile.Open(path);
        var tokenizer = TiktokenTokenizer.Create(stream, new RegexPreTokenizer(Pattern(pattern), config.AddedTokens), normalizer: null, config.AddedTokens);
        int? bos = config.Id(config.Bos), eos = config.Id(config.Eos);
        int[] before = config.AddBos != false && bos is { } first ? [first] : [];
        return new MicrosoftTokenizer(Name(path, "tiktoken"), TokenizerFile.Lines(path).Count(line => line.Length > 0) + config.AddedTokens.Count, bos, eos,
            (text, special) => special ? [.. before, .. tokenizer.EncodeToIds(text)] : tokenizer.EncodeToIds(text),
            (ids, skips) => tokenizer.Decode(skips ? ids.Where(id => !config.AddedTokens.Values.Contains(id)) : ids));
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TokenizerLimits.PatternTime);

    private static string Name(string path, string kind) => $"{Path.GetFileName(path)} ({kind}, Microsoft.ML.Tokenizers)";

    // Llama 3 calls its tiktoken file tokenizer.model too: lines of base64, where SentencePiece's protobuf begins with the tag 0x0A.
    private static bool IsTiktoken(string path)
    {
        using var stream = TokenizerFile.Open(path);
        return stream.ReadByte() is var first && first != 0x0A && first > ' ';
    }
}
