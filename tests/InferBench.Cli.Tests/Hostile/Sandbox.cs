using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>A model's folder with files around it that nothing may read or change. Results go into a folder that is not watched.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>Content of every file outside the model's folder; it must never appear in what is printed or written.</summary>
    public const string Marker = "SENTINEL-7f3a9c";

    // As long as the models' data, so that only the place can be the reason for a refusal.
    private const int SecretBytes = 600_000;

    private readonly string _root;

    public Sandbox(string parent, int number)
    {
        _root = Path.Combine(parent, number.ToString(CultureInfo.InvariantCulture));
        Site = new MutationSite(Path.Combine(_root, "model"), Path.Combine(_root, "outside"));
        Directory.CreateDirectory(Site.Folder);
        Directory.CreateDirectory(Site.Outside);
        foreach (var path in (string[])[Path.Combine(_root, "secret.data"), Path.Combine(Site.Outside, "secret.data"), Path.Combine(_root, "secret.onnx")])
        {
            using var secret = File.Create(path);
            secret.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Marker + "\n", 100))));
            secret.SetLength(SecretBytes);
        }
    }

    public MutationSite Site { get; }

    public string Results => Path.Combine(_root, "results");

    /// <summary>The folders whose files nothing may open.</summary>
    public IReadOnlyList<string> Forbidden => [_root, Site.Outside];

    /// <summary>Every file and link around the model and in its folder: size, time of change, content.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. Directory.EnumerateFileSystemEntries(_root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Concat(Directory.EnumerateFiles(Site.Folder).Where(file => new FileInfo(file).LinkTarget is not null))
            .Where(path => !path.StartsWith(Results, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Describe),
    ];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Describe(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is { } target ? $"{path} -> {target}"
            : !file.Exists ? path
            : string.Create(CultureInfo.InvariantCulture, $"{path} {file.Length} {file.LastWriteTimeUtc.Ticks} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}");
    }
}
