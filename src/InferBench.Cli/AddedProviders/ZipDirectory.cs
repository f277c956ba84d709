using System.Buffers.Binary;
using InferBench.Core.Errors;

namespace InferBench.Cli.AddedProviders;

/// <summary>Holds the directory of a zip file to a size before it is read, all of it at once, by the one who opens the archive.</summary>
internal static class ZipDirectory
{
    /// <summary>A thousand times that of the packages that are meant.</summary>
    internal const long MostBytes = 4 << 20;

    private const uint EndMark = 0x06054b50;
    private const int EndBytes = 22;
    private const int CommentBytes = ushort.MaxValue;

    /// <exception cref="BadInputException">It is no zip file, or one with a larger directory.</exception>
    public static void Check(string path, Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndBytes + CommentBytes)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var at = LastEnd(tail);
        if (at < 0)
        {
            throw new BadInputException($"{path}: is not a NuGet package");
        }

        // All bits set say that the true figures stand elsewhere (Zip64): so large is none of these packages.
        var end = tail.AsSpan(at);
        var disk = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var endsAt = file.Length - tail.Length + at;
        if (disk == ushort.MaxValue || entries == ushort.MaxValue || start > endsAt || endsAt - start > MostBytes)
        {
            throw new BadInputException($"{path}: is no package of ONNX Runtime: its directory is larger than {MostBytes >> 20} MiB");
        }

        file.Position = 0;
    }

    private static int LastEnd(byte[] tail)
    {
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                return at;
            }
        }

        return -1;
    }
}
