namespace InferBench.Runtime.Libraries;

/// <summary>
/// Finds NVIDIA's libraries where people and images put them and where the loader does not look by itself. Linux only: on Windows
/// the installers put their folders on PATH.
/// </summary>
internal sealed class LibrarySearch
{
    private static readonly string[] Usual =
    [
        "/usr/local/cuda/lib64", "/usr/local/cuda*/lib64", "/usr/local/cuda*/targets/x86_64-linux/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib64",
        "/usr/local/nvidia/lib64", "/usr/local/nvidia/lib", "/usr/lib/wsl/lib",
        "/opt/cuda*/lib64", "/opt/cuda*/targets/x86_64-linux/lib", "/opt/*/lib64", "/opt/*/lib", "/opt/*/*/lib64", "/opt/*/*/lib",
    ];

    private readonly Lazy<IReadOnlyList<string>> _folders;

    public LibrarySearch(SearchedMachine machine)
    {
        _folders = new Lazy<IReadOnlyList<string>>(() =>
        [
            .. machine.Paths("LD_LIBRARY_PATH")
                .Concat(new[] { "CUDA_HOME", "CUDA_PATH" }.Select(machine.Variable).OfType<string>().Select(home => Path.Combine(home, "lib64")))
                .Where(Directory.Exists)
                .Concat(Usual.SelectMany(machine.Match))
                .Concat(PythonPackages.LibraryPlaces(machine))
                .Distinct(StringComparer.Ordinal),
        ]);
    }

    /// <summary>Every folder that is searched, the first one wins.</summary>
    public IReadOnlyList<string> Folders => _folders.Value;

    /// <returns>Full path of a library; null where none of the folders has it.</returns>
    public string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Files in the folder of a library that match a pattern; none where the library is not found.</summary>
    public IReadOnlyList<string> Beside(string name, string pattern)
    {
        try
        {
            return Find(name) is { } found ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(found)!, pattern).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Other releases of a library, such as libcublas.so.12 where libcublas.so.13 is asked for.</summary>
    public IReadOnlyList<string> OtherReleases(string name)
    {
        var stem = name.IndexOf(".so.", StringComparison.Ordinal) is var end and >= 0 ? name[..(end + ".so.".Length)] : name;
        return [.. Folders.SelectMany(folder => Releases(folder, stem)).Where(path => Path.GetFileName(path) != name)];
    }

    private static bool IsRelease(string name, string stem) =>
        name.Length > stem.Length && name.StartsWith(stem, StringComparison.Ordinal) && name[stem.Length..].All(char.IsAsciiDigit);

    /// <summary>Files called stem and one number; longer names are what these link to.</summary>
    private static IEnumerable<string> Releases(string folder, string stem)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, $"{stem}*")
                    .Where(path => IsRelease(Path.GetFileName(path), stem))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
