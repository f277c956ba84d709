using InferBench.Models.Configs;

namespace InferBench.Models;

/// <summary>Finds the model file that a person means by a path.</summary>
public static class ModelFolder
{
    private static readonly string[] UsualNames =
    [
        "model.onnx", Path.Combine("onnx", "model.onnx"), "decoder_model_merged.onnx", Path.Combine("onnx", "decoder_model_merged.onnx"),
    ];

    /// <summary>
    /// The .onnx file for <paramref name="path"/>: the path itself when it is a file; in a folder the file that <c>genai_config.json</c> names, else
    /// <c>model.onnx</c>, <c>onnx/model.onnx</c> or <c>decoder_model_merged.onnx</c>, else the only .onnx file there. The result is an absolute path.
    /// </summary>
    /// <exception cref="ModelNotFoundException">There is none, or there are several; the message lists them.</exception>
    /// <exception cref="ModelFormatException">The folder's <c>genai_config.json</c> cannot be read, or names a file outside of it.</exception>
    public static string Resolve(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        if (!Directory.Exists(path))
        {
            throw new ModelNotFoundException($"{path}: there is no such file or folder");
        }

        var folder = Path.GetFullPath(path);
        return Named(folder) ?? Usual(folder) ?? Only(folder, path);
    }

    private static string? Named(string folder)
    {
        var config = Path.Combine(folder, DecoderConfigReader.GenAiFile);
        if (!File.Exists(config) || DecoderConfigReader.ReadGenAi(config).GenAi?.FileName is not { Length: > 0 } name)
        {
            return null;
        }

        if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains(".."))
        {
            throw ModelFormatException.In(config, $"names the model \"{name}\" outside of its folder; this is refused");
        }

        var file = Path.Combine(folder, name);
        return File.Exists(file) ? file : throw new ModelNotFoundException($"{folder}: {DecoderConfigReader.GenAiFile} names \"{name}\", which is missing");
    }

    private static string? Usual(string folder) => UsualNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string Only(string folder, string path)
    {
        List<string> found = [];
        foreach (var place in (string[])[folder, Path.Combine(folder, "onnx")])
        {
            found.AddRange(Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.onnx") : []);
        }

        found.Sort(StringComparer.Ordinal);
        return found switch
        {
            [var only] => only,
            [] => throw new ModelNotFoundException(
                $"{path}: there is no .onnx file in this folder{(Directory.EnumerateFiles(folder, "*.gguf").Any() ? ", only GGUF (llama.cpp's format), which is not run here" : "")}"),
            _ => throw new ModelNotFoundException(
                $"{path}: there are several models here, name one of them: {string.Join(", ", found.Select(f => Path.GetRelativePath(folder, f)))}"),
        };
    }
}
