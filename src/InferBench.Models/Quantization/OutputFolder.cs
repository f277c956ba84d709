using System.Text.Json;
using System.Text.Json.Nodes;
using InferBench.Models.Configs;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Writes beside the place where the result will be, and moves it there when it is complete.</summary>
internal sealed class OutputFolder : IDisposable
{
    public const string ModelFile = "model.onnx";
    public const string DataFile = "model.onnx.data";
    private const long LargestCompanion = 256 << 20;
    private static readonly string[] Companions = [".json", ".jinja", ".model", ".txt"];
    private readonly string _folder;

    public OutputFolder(string folder, string modelPath)
    {
        _folder = Path.GetFullPath(folder);
        var source = RealPath.Of(Path.GetDirectoryName(modelPath)!);
        var target = RealPath.Of(_folder);
        if (target == source || target.StartsWith(Path.TrimEndingDirectorySeparator(source) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new QuantizationException($"{folder}: is the source model's own folder or inside of it; name another one with --out");
        }

        if (File.Exists(_folder) || (Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any()))
        {
            throw new QuantizationException($"{folder}: is there already; move it aside, or name another folder with --out");
        }

        Staging = $"{_folder}.part-{Environment.ProcessId}";
        Dispose();
        Directory.CreateDirectory(Staging);
    }

    /// <summary>Where files are written until all is done.</summary>
    public string Staging { get; }

    public string FinalModelPath => Path.Combine(_folder, ModelFile);

    public void RequireSpace(long bytes) => DiskSpace.Require(
        Staging, bytes, (place, needed, free) => new QuantizationException(FormattableString.Invariant(
            $"{place}: the result needs {needed / 1e9:F1} GB and {free / 1e9:F1} GB are free")));

    /// <summary>Copies configuration and tokenizer files from the model's folder and, for a model in <c>onnx/</c>, from the one above.</summary>
    public void CopyCompanions(string modelPath)
    {
        var folder = Path.GetDirectoryName(modelPath)!;
        string[] places = Path.GetFileName(folder) == "onnx" ? [folder, Path.GetDirectoryName(folder)!] : [folder];
        foreach (var file in places.SelectMany(place => Directory.EnumerateFiles(place).Order(StringComparer.Ordinal)))
        {
            var name = Path.GetFileName(file);
            var target = Path.Combine(Staging, name);
            if (Companions.Contains(Path.GetExtension(name)) && name != BuildManifest.FileName && !File.Exists(target) && RealPath.Length(file) <= LargestCompanion)
            {
                File.WriteAllBytes(target, name == DecoderConfigReader.GenAiFile ? WithModelName(file) : File.ReadAllBytes(file));
            }
        }
    }

    /// <summary>The result appears under its name, complete.</summary>
    public void Publish()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder);
        }

        Directory.Move(Staging, _folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(Staging))
        {
            Directory.Delete(Staging, recursive: true);
        }
    }

    private static byte[] WithModelName(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            var config = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (config?["model"]?["decoder"] is not JsonObject decoder || decoder["filename"]?.GetValue<string>() == ModelFile)
            {
                return bytes;
            }

            decoder["filename"] = ModelFile;
            return JsonSerializer.SerializeToUtf8Bytes(config);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ModelFormatException.In(path, $"is no genai configuration: {e.Message}", e);
        }
    }
}
