using System.Globalization;
using System.Text.Json;

namespace InferBench.Models.Tokenizers;

/// <summary>Opens a tokenizer's files within the limits on size and depth.</summary>
internal static class TokenizerFile
{
    private static readonly JsonDocumentOptions Json = new()
    {
        MaxDepth = TokenizerLimits.JsonDepth,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static JsonDocument ParseJson(string path)
    {
        using var stream = Open(path);
        try
        {
            return JsonDocument.Parse(stream, Json);
        }
        catch (JsonException e)
        {
            throw TokenizerException.In(path, string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1} is not JSON"), e);
        }
    }

    public static IEnumerable<string> Lines(string path)
    {
        using var stream = Open(path);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public static FileStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw TokenizerException.In(path, $"is missing (expected in {Path.GetDirectoryName(Path.GetFullPath(path))})");
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length <= TokenizerLimits.FileBytes)
        {
            return stream;
        }

        var length = stream.Length;
        stream.Dispose();
        throw TokenizerException.In(path, string.Create(
            CultureInfo.InvariantCulture, $"has {length} bytes; a tokenizer has at most {TokenizerLimits.FileBytes}"));
    }
}
