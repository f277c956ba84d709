using System.Runtime.CompilerServices;

namespace InferBench.Tests;

/// <summary>
/// Compares a rendered thing with the file beside the test, <c>Snapshots/NAME.verified.EXT</c>.
/// A difference writes <c>NAME.received.EXT</c> next to it: look at it, and rename it only when the change is wanted.
/// </summary>
public static class Snapshot
{
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var verified = Path.Combine(folder, $"{stem}.verified{extension}");
        var received = Path.Combine(folder, $"{stem}.received{extension}");
        var normal = actual.ReplaceLineEndings("\n");

        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == normal)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, normal);
        Assert.Fail(File.Exists(verified)
            ? $"{name} differs from its snapshot: compare {received} with {verified}"
            : $"{name} has no snapshot yet: look at {received} and rename it to {Path.GetFileName(verified)}");
    }
}
