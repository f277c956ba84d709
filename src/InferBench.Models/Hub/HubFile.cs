using System.Text.Json.Serialization;

namespace InferBench.Models.Hub;

/// <summary>A file of a repository.</summary>
/// <param name="Path">With forward slashes, from the root of the repository.</param>
/// <param name="Bytes">Of the file itself; of one in large file storage not those of its pointer.</param>
/// <param name="GitSha1">Git's blob hash of a file that git itself keeps; null otherwise, and in offline mode.</param>
/// <param name="Sha256">Of a file in large file storage; null otherwise, and in offline mode.</param>
public sealed record HubFile(string Path, long Bytes, string? GitSha1, string? Sha256)
{
    /// <summary>The path as it may be shown: a listing is the server's, and must not drive the terminal.</summary>
    [JsonIgnore]
    public string ShownPath => Printable.Of(Path);

    /// <summary>The hub's ETag, by which the cache names the content.</summary>
    internal string ETag => Sha256 ?? GitSha1 ?? throw new InvalidOperationException($"{Path} was found in the cache; it is not to be fetched");

    internal bool IsModel => Path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Empty for the root.</summary>
    internal string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}
