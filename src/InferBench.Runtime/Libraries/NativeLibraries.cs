using System.Runtime.InteropServices;

namespace InferBench.Runtime.Libraries;

/// <summary>Loads NVIDIA's libraries by name, and where the loader does not find one, by its full path in the places that people use.</summary>
internal static class NativeLibraries
{
    private static readonly LibrarySearch Search = new(SearchedMachine.This);

    public static bool TryLoad(string name, out nint handle) => TryLoad(name, Search, out handle, out _);

    /// <inheritdoc cref="TryLoad(string, LibrarySearch, out nint, out string?)"/>
    public static bool TryLoad(string name, out nint handle, out string? path) => TryLoad(name, Search, out handle, out path);

    /// <param name="name">The name that other libraries link to, such as libcublas.so.13.</param>
    /// <param name="search">Where to look when the loader finds nothing.</param>
    /// <param name="handle">The library.</param>
    /// <param name="path">Where it was found; null where the loader found it by itself, or nobody did.</param>
    public static bool TryLoad(string name, LibrarySearch search, out nint handle, out string? path)
    {
        path = null;
        if (NativeLibrary.TryLoad(name, out handle))
        {
            return true;
        }

        if (OperatingSystem.IsWindows() || search.Find(name) is not { } found || !NativeLibrary.TryLoad(found, out handle))
        {
            return false;
        }

        path = found;
        return true;
    }

    /// <summary>Where this machine has a library that the loader does not find by itself; null where there is none.</summary>
    public static string? Find(string name) => OperatingSystem.IsWindows() ? null : Search.Find(name);

    /// <inheritdoc cref="LibrarySearch.Beside"/>
    public static IReadOnlyList<string> Beside(string name, string pattern) => OperatingSystem.IsWindows() ? [] : Search.Beside(name, pattern);

    /// <summary>Other releases of a library on this machine.</summary>
    public static IReadOnlyList<string> OtherReleases(string name) => OperatingSystem.IsWindows() ? [] : Search.OtherReleases(name);
}
