namespace InferBench.Models.Onnx;

/// <summary>Resolves every symbolic link in a path, not only the last one.</summary>
internal static class RealPath
{
    // Linux gives up after 40 too.
    private const int MostLinks = 40;

    public static string Of(string path)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    /// <summary>The length of the file itself: of a link, FileInfo gives the link's.</summary>
    public static long Length(string path) => new FileInfo(Of(path)).Length;

    private static string Resolve(string path, ref int links)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var here = Path.Combine(Resolve(parent, ref links), Path.GetFileName(path));
        if (new FileInfo(here).LinkTarget is not { } target)
        {
            return here;
        }

        return ++links <= MostLinks
            ? Resolve(Path.GetFullPath(target, Path.GetDirectoryName(here)!), ref links)
            : throw new ModelFormatException($"{path}: too many symbolic links");
    }
}
