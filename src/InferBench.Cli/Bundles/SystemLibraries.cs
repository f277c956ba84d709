using System.Globalization;
using System.Security.Cryptography;

namespace InferBench.Cli.Bundles;

/// <summary>
/// The two libraries of the system that .NET opens by name and that a bare host may lack: ICU, for texts, and OpenSSL, for hashes.
/// They are those that this process has open; a bundle uses them only where the host has none of its own.
/// </summary>
internal static class SystemLibraries
{
    private const string OpenFiles = "/proc/self/maps";

    private static readonly (string Folder, string[] Names)[] Known = [("icu", ["libicu"]), ("openssl", ["libssl.so", "libcrypto.so"])];

    public static IReadOnlyList<BundleFile> All()
    {
        // Both are opened at their first use, which is here at the latest.
        _ = SHA256.HashData([]);
        _ = CultureInfo.InvariantCulture.CompareInfo.Compare("a", "B", CompareOptions.IgnoreCase);
        return File.Exists(OpenFiles) ? Of(File.ReadLines(OpenFiles)) : [];
    }

    /// <param name="maps">Lines of <c>/proc/self/maps</c>: five fields, then the path.</param>
    internal static IReadOnlyList<BundleFile> Of(IEnumerable<string> maps)
    {
        var open = maps.Select(PathIn).Where(path => path is not null && File.Exists(path)).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. from known in Known
               from path in open
               where known.Names.Any(name => Path.GetFileName(path!).StartsWith(name, StringComparison.Ordinal))
               orderby path
               select BundleFile.OnDisk($"fallback/{known.Folder}/{LoadedName(Path.GetFileName(path!))}", path!),
        ];
    }

    private static string? PathIn(string line) => line.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? line[at..] : null;

    /// <summary>The file is <c>libicuuc.so.72.1</c>; the loader asks for <c>libicuuc.so.72</c>.</summary>
    private static string LoadedName(string file)
    {
        var end = file.IndexOf(".so.", StringComparison.Ordinal);
        return end < 0 ? file : file[..(end + ".so.".Length)] + file[(end + ".so.".Length)..].Split('.')[0];
    }
}
