namespace InferBench.Runtime.Libraries;

/// <summary>
/// Finds the package folders of the Pythons of a machine by their files, and starts none. NVIDIA's wheels keep libraries in
/// <c>nvidia/*/lib</c>, those of TensorRT in <c>tensorrt_libs</c>.
/// </summary>
internal static class PythonPackages
{
    private static readonly string[] LibraryFolders = ["nvidia/*/lib", "tensorrt_libs"];

    /// <summary>Where packages lie below a prefix; Debian has folders of its own.</summary>
    private static readonly string[] PackageFolders =
    [
        "lib/python3*/site-packages", "lib64/python3*/site-packages", "lib/python3*/dist-packages", "local/lib/python3*/dist-packages",
    ];

    /// <summary>Prefixes of environments that no variable names, as an image of a GPU host has them.</summary>
    private static readonly string[] UsualPrefixes =
        ["/opt/*/.venv", "/opt/*/venv", "/opt/*", "/opt/*/envs/*", "/usr/local", "/usr"];

    public static IEnumerable<string> LibraryPlaces(SearchedMachine machine) => Prefixes(machine)
        .SelectMany(prefix => PackageFolders.SelectMany(folder => (machine with { Root = prefix }).Match(folder)))
        .Concat(machine.Paths("PYTHONPATH").Where(Directory.Exists))
        .Distinct(StringComparer.Ordinal)
        .SelectMany(packages => LibraryFolders.SelectMany(folder => (machine with { Root = packages }).Match(folder)));

    private static IEnumerable<string> Prefixes(SearchedMachine machine)
    {
        // The active environment first, then the python3 that a shell would start, then what merely lies there.
        string?[] named = [machine.Variable("VIRTUAL_ENV"), machine.Variable("CONDA_PREFIX")];
        var started = machine.Paths("PATH").Where(folder => File.Exists(Path.Combine(folder, "python3"))).SelectMany(PrefixesOf);
        var own = machine.Variable("HOME") is { Length: > 0 } home ? [Path.Combine(home, ".local")] : Array.Empty<string>();
        return [.. named.OfType<string>(), .. started, .. own, .. UsualPrefixes.SelectMany(machine.Match)];
    }

    /// <summary>The prefix of an environment, and the one of the Python that its python3 links to.</summary>
    private static IEnumerable<string> PrefixesOf(string folder)
    {
        yield return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        string? linked = null;
        try
        {
            linked = File.ResolveLinkTarget(Path.Combine(folder, "python3"), returnFinalTarget: true)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A link into nothing, or in a circle: no second prefix.
        }

        if (Path.GetDirectoryName(Path.GetDirectoryName(linked)) is { } prefix)
        {
            yield return prefix;
        }
    }
}
