using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InferBench.Models.Configs;

/// <summary>Reads the configuration files beside a model. They come with models, so they are taken for hostile: size and depth are limited.</summary>
public static class DecoderConfigReader
{
    internal const string GenAiFile = "genai_config.json";
    internal const string HuggingFaceFile = "config.json";
    private const long LongestFile = 16 << 20;

    /// <summary>
    /// What <c>genai_config.json</c> and <c>config.json</c> in <paramref name="folder"/> say together, the former first; null where there is neither.
    /// </summary>
    /// <exception cref="ModelFormatException">A file is too large, is no JSON, or has a value of the wrong type or out of range.</exception>
    public static DecoderConfig? ReadFolder(string folder)
    {
        var (genAi, huggingFace) = (Path.Combine(folder, GenAiFile), Path.Combine(folder, HuggingFaceFile));
        return (File.Exists(genAi), File.Exists(huggingFace)) switch
        {
            (true, true) => ReadGenAi(genAi).Or(ReadHuggingFace(huggingFace)),
            (true, false) => ReadGenAi(genAi),
            (false, true) => ReadHuggingFace(huggingFace),
            _ => null,
        };
    }

    /// <summary>Reads ONNX Runtime GenAI's <c>genai_config.json</c>.</summary>
    /// <exception cref="ModelFormatException">As for <see cref="ReadFolder"/>.</exception>
    public static DecoderConfig ReadGenAi(string path) => Checked(Read(path, ConfigJson.Default.GenAiConfig).ToDecoder(), path);

    /// <summary>Reads Hugging Face's <c>config.json</c>.</summary>
    /// <exception cref="ModelFormatException">As for <see cref="ReadFolder"/>.</exception>
    public static DecoderConfig ReadHuggingFace(string path) => Checked(Read(path, ConfigJson.Default.HuggingFaceConfig).ToDecoder(), path);

    private static T Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > LongestFile)
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture, $"has {stream.Length} bytes; a configuration has at most {LongestFile}"));
        }

        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw ModelFormatException.In(path, "holds nothing");
        }
        catch (JsonException e)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}");
            throw ModelFormatException.In(path, e.Path is { Length: > 1 } field ? $"{field} ({line}) has a value of the wrong type or range" : $"{line} is not JSON", e);
        }
    }

    private static DecoderConfig Checked(DecoderConfig config, string path)
    {
        (string Field, int? Value)[] sizes =
        [
            ("vocabulary size", config.VocabSize), ("context length", config.ContextLength), ("hidden size", config.HiddenSize),
            ("number of layers", config.Layers), ("number of heads", config.Heads), ("number of key and value heads", config.KvHeads), ("head size", config.HeadSize),
        ];
        var wrong = sizes.Where(s => s.Value <= 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"the {s.Field} is {s.Value}")).ToList();
        return wrong.Count == 0 ? config : throw ModelFormatException.In(path, string.Join(", ", wrong));
    }
}
