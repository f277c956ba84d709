using System.Security.Cryptography;
using System.Text;

namespace InferBench.Models;

/// <summary>
/// The definition of a model's SHA-256. A model in one file has that file's hash, as sha256sum prints it. With external data it is the hash of
/// a UTF-8 text: a line "HASH  model", then "HASH  LOCATION" for each data file, sorted by location (ordinal), where LOCATION is written as in
/// the model and HASH is that file's SHA-256 in lower-case hex. Every line ends with a line feed. The model file's own name does not count.
/// </summary>
internal static class ModelHash
{
    private const int BufferBytes = 4 << 20;

    public static string OfFile(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Combine(string modelHash, IEnumerable<(string Location, string Hash)> dataFiles)
    {
        var lines = dataFiles.OrderBy(f => f.Location, StringComparer.Ordinal).Select(f => $"{f.Hash}  {f.Location}\n").ToList();
        return lines.Count == 0
            ? modelHash
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{modelHash}  model\n{string.Concat(lines)}")));
    }
}
