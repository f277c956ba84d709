using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace InferBench.Cli.Bundles;

/// <summary>
/// Writes files as a gzipped tar; the same files give the same bytes. What is there twice, as the libraries of program and worker are,
/// is stored once and linked.
/// </summary>
internal static class BundleArchive
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Startable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>One time for every entry: when a file was built or copied says nothing about it.</summary>
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>Bytes that the files take when unpacked.</returns>
    public static long Write(Stream output, IEnumerable<BundleFile> files, CancellationToken cancellation)
    {
        var bytes = 0L;
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        using var tar = new TarWriter(gzip, TarEntryFormat.Pax);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = file.Open();
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            var mode = file.Executable ? Startable : Readable;
            if (content.Length > 0 && !stored.TryAdd($"{hash} {mode}", file.Name))
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, file.Name) { LinkName = stored[$"{hash} {mode}"], Mode = mode, ModificationTime = Time });
                continue;
            }

            content.Position = 0;
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Name) { DataStream = content, Mode = mode, ModificationTime = Time });
            bytes += content.Length;
        }

        return bytes;
    }
}
