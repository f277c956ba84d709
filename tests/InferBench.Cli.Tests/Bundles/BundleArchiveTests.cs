using System.Formats.Tar;
using System.IO.Compression;
using InferBench.Cli.Bundles;

namespace InferBench.Cli.Tests.Bundles;

public sealed class BundleArchiveTests
{
    private static readonly BundleFile[] Files =
    [
        BundleFile.InMemory("app/a.so", [1, 2, 3]),
        BundleFile.InMemory("app/worker/a.so", [1, 2, 3]),
        BundleFile.InMemory("empty", []),
        BundleFile.InMemory("empty-too", []),
        BundleFile.InMemory("start", [1, 2, 3], executable: true),
    ];

    [Fact]
    public void Write_SameContentTwice_IsStoredOnceAndLinked()
    {
        var entries = Entries(Archive());

        Assert.Equal(
            [("app/a.so", ""), ("app/worker/a.so", "app/a.so"), ("empty", ""), ("empty-too", ""), ("start", "")],
            entries.Select(entry => (entry.Name, entry.LinkName)));
    }

    [Fact]
    public void Write_Executable_MayBeStartedAndNothingElseMay()
    {
        var entries = Entries(Archive());

        Assert.Equal(["start"], entries.Where(entry => entry.Mode.HasFlag(UnixFileMode.UserExecute)).Select(entry => entry.Name));
    }

    [Fact]
    public void Write_SameFilesAgain_GivesTheSameBytes() => Assert.Equal(Archive(), Archive());

    [Fact]
    public void Write_Files_CountsWhatTheyTakeUnpacked()
    {
        using var output = new MemoryStream();

        Assert.Equal(6, BundleArchive.Write(output, Files, CancellationToken.None));
    }

    private static byte[] Archive()
    {
        using var output = new MemoryStream();
        BundleArchive.Write(output, Files, CancellationToken.None);
        return output.ToArray();
    }

    private static List<TarEntry> Entries(byte[] archive)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }
}
