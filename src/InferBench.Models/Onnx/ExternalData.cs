using System.Globalization;

namespace InferBench.Models.Onnx;

/// <summary>
/// Finds a model's external data and keeps it inside the model's folder. The folder is where the model lies or, when the model is a
/// symbolic link, where the link leads: caches that keep files by hash link the model and its data to one folder.
/// </summary>
internal sealed class ExternalData(string modelPath)
{
    private readonly Dictionary<string, (string Path, long Length)> _files = new(StringComparer.Ordinal);
    private readonly string _folder = Path.GetDirectoryName(modelPath)!;

    /// <summary>Where a tensor of <paramref name="expected"/> bytes lies.</summary>
    public TensorData Locate(IReadOnlyDictionary<string, string> place, long expected, string label, WireReader reader)
    {
        if (!place.TryGetValue("location", out var location) || location.Length == 0)
        {
            throw reader.Corrupt($"{label} is external, but no file is named");
        }

        if (!_files.TryGetValue(location, out var file))
        {
            var path = Resolve(location, reader);
            file = (path, RealPath.Length(path));
            _files.Add(location, file);
        }

        var offset = Number("offset", 0);
        var length = Number("length", expected);
        if (offset > file.Length || length > file.Length - offset)
        {
            throw reader.Corrupt(string.Create(
                CultureInfo.InvariantCulture,
                $"external data file \"{location}\" is too short: {label} ends at byte {(Int128)offset + length} of {file.Length} (is the download complete?)"));
        }

        return new TensorData(file.Path, offset, length, location);

        long Number(string key, long absent) =>
            !place.TryGetValue(key, out var text) ? absent
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : throw reader.Corrupt($"{label} has the external {key} \"{text}\", which is no number");
    }

    private string Resolve(string location, WireReader reader)
    {
        // A colon is a drive or a stream on Windows, and a backslash is a separator there: refused everywhere, so that a model means the same everywhere.
        if (Path.IsPathRooted(location) || location.AsSpan().ContainsAny('\\', ':', '\0') || location.Split('/').Contains(".."))
        {
            throw reader.Corrupt($"external data file \"{location}\" would be outside the model's folder; this is refused");
        }

        // ONNX Runtime's mark for bytes that are in memory already, at an address that the file would choose.
        if (location.Contains('*', StringComparison.Ordinal))
        {
            throw reader.Corrupt($"external data file \"{location}\" is no file's name; this is refused");
        }

        var path = Path.GetFullPath(Path.Combine(_folder, location));
        if (!File.Exists(path))
        {
            throw reader.Corrupt($"external data file \"{location}\" is missing (expected beside the model)");
        }

        var real = RealPath.Of(path);
        return IsInside(real, RealPath.Of(_folder)) || IsInside(real, Path.GetDirectoryName(RealPath.Of(modelPath))!)
            ? path
            : throw reader.Corrupt($"external data file \"{location}\" is a link out of the model's folder; this is refused");
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
