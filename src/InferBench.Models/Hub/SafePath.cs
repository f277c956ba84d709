using System.Text;

namespace InferBench.Models.Hub;

/// <summary>
/// Which paths from a server may become files. The rules are those of all systems at once, so that a repository means the same everywhere:
/// nothing that leaves its folder, names a device or a stream on Windows, or cannot be written on one of them.
/// </summary>
internal static class SafePath
{
    private const int LongestPath = 512;

    // In bytes: what Linux file systems take.
    private const int LongestName = 255;

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>What is wrong with <paramref name="path"/>; null when it may be used.</summary>
    public static string? ProblemOf(string path) =>
        path.Length == 0 ? "is empty"
        : path.Length > LongestPath ? "is too long"
        : !IsWellFormed(path) ? "is no valid text"
        : path.AsSpan().ContainsAny("\\:*?\"<>|") || !path.All(Printable.IsPlain) ? "has characters that no file name has everywhere"
        : path.Split('/').Select(ProblemOfName).FirstOrDefault(problem => problem is not null);

    /// <summary>The paths as a system sees them that makes no difference between upper and lower case.</summary>
    public static string Folded(string path) => path.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string? ProblemOfName(string name) => name switch
    {
        "" => "is absolute or has an empty part",
        "." or ".." => "leads out of its folder",
        _ when name[^1] is '.' or ' ' => "has a part that ends with a dot or a space",
        _ when Encoding.UTF8.GetByteCount(name) > LongestName => "has a part that is too long",
        _ when IsDevice(name) => "has the name of a device on Windows",
        _ => null,
    };

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    private static bool IsWellFormed(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsHighSurrogate(path[i]) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(path[i]))
            {
                return false;
            }
        }

        return true;
    }
}
