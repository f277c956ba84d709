namespace InferBench.Cli.Bundles;

/// <summary>A file that goes into a bundle.</summary>
/// <param name="Name">Its path inside, with forward slashes.</param>
/// <param name="Open">Opens its content; called more than once.</param>
/// <param name="Executable">Whether it may be started.</param>
internal sealed record BundleFile(string Name, Func<Stream> Open, bool Executable)
{
    public static BundleFile OnDisk(string name, string path) => new(
        name.Replace('\\', '/'),
        () => File.OpenRead(path),
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));

    public static BundleFile InMemory(string name, byte[] content, bool executable = false) => new(name, () => new MemoryStream(content, writable: false), executable);

    /// <summary>Every file below a folder, by name.</summary>
    public static IEnumerable<BundleFile> Below(string folder, string name) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => OnDisk($"{name}/{Path.GetRelativePath(folder, path)}", path));
}
