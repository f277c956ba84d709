namespace InferBench.Runtime.Libraries;

/// <summary>The files and variables that a search for libraries looks at.</summary>
/// <param name="Root">Folder that stands for <c>/</c>.</param>
/// <param name="Variable">Value of an environment variable; null where it is not set.</param>
internal sealed record SearchedMachine(string Root, Func<string, string?> Variable)
{
    public static SearchedMachine This { get; } = new("/", Environment.GetEnvironmentVariable);

    /// <param name="path">An absolute path of the machine.</param>
    public string At(string path) => Path.Combine(Root, path.TrimStart('/'));

    /// <summary>Folders in a variable of the form <c>a:b</c>.</summary>
    public IEnumerable<string> Paths(string variable) =>
        Variable(variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>
    /// Folders that match a pattern with <c>*</c> in its parts, the highest version first: cuda-13.1 before cuda-13.0 before cuda-12.4.
    /// What cannot be read is not there.
    /// </summary>
    public IEnumerable<string> Match(string pattern)
    {
        IEnumerable<string> found = [Root];
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = part.Contains('*', StringComparison.Ordinal)
                ? found.SelectMany(folder => Below(folder, part))
                : found.Select(folder => Path.Combine(folder, part)).Where(Directory.Exists);
        }

        return found;
    }

    private static IEnumerable<string> Below(string folder, string pattern)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder, pattern).OrderByDescending(path => Path.GetFileName(path), new VersionedNames())];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
