using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Providers;

/// <summary>
/// Opens libraries before ONNX Runtime opens a provider, which names them without a folder: the loader takes what is open already
/// under that name, so that LD_LIBRARY_PATH need not be set.
/// </summary>
internal static class LibraryPreload
{
    private static readonly HashSet<string> Tried = new(StringComparer.Ordinal);

    /// <summary>Opens each library once for the process, in this order: a library comes after those that it links to.</summary>
    public static void Open(IEnumerable<string> names)
    {
        lock (Tried)
        {
            foreach (var name in names.Where(Tried.Add))
            {
                // What cannot be opened is not said here: ONNX Runtime names the first that it misses, and doctor names all.
                _ = NativeLibraries.TryLoad(name, out _);
            }
        }
    }
}
