using System.Globalization;
using System.Security.Cryptography;
using InferBench.Core.Errors;

namespace InferBench.Cli.AddedProviders;

/// <summary>A native library in a package, or beside a program.</summary>
/// <param name="Name">For the person: its package or folder, and its file name.</param>
/// <param name="Bytes">Size that is declared; what is read is held to it.</param>
/// <param name="Open">Opens its content; called more than once.</param>
internal sealed record PackagedLibrary(string Name, long Bytes, Func<Stream> Open)
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Over three times the size of the largest there is.</summary>
    private const long MostBytes = 1L << 30;

    public static PackagedLibrary OnDisk(string path)
    {
        using var file = File.OpenRead(path);
        return new PackagedLibrary(path, file.Length, () => File.OpenRead(path));
    }

    public string Hash(CancellationToken cancellation) => CopyTo(Stream.Null, cancellation);

    /// <returns>SHA-256 of what was copied.</returns>
    /// <exception cref="BadInputException">It is too large, or not what the package says of it.</exception>
    public string CopyTo(Stream target, CancellationToken cancellation)
    {
        if (Bytes > MostBytes)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: is said to have {Bytes >> 20} MiB; no provider has over {MostBytes >> 20} MiB"));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = Open();
        var block = new byte[BlockBytes];
        var left = Bytes;
        while (Read(source, block) is > 0 and var count)
        {
            cancellation.ThrowIfCancellationRequested();
            left -= count;
            if (left < 0)
            {
                break;
            }

            hash.AppendData(block, 0, count);
            target.Write(block, 0, count);
        }

        return left == 0 ? Convert.ToHexStringLower(hash.GetHashAndReset()) : throw Damaged(null);
    }

    private int Read(Stream source, byte[] block)
    {
        try
        {
            return source.Read(block);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(problem);
        }
    }

    private BadInputException Damaged(Exception? cause) => new($"{Name}: is damaged; get the package once more", cause);
}
