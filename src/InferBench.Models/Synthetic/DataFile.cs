using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace InferBench.Models.Synthetic;

/// <summary>Writes the weights' file: batches are made on all cores while the batch before is hashed and written, so memory stays at two batches.</summary>
internal static class DataFile
{
    private const int BatchBytes = 16 << 20;
    private const int PieceBytes = 512 << 10;

    /// <summary>
    /// Writes all weights to <paramref name="path"/> and returns the file's SHA-256 in lower-case hex. A content that is disposable is disposed of
    /// as soon as the last of it is made. The bytes do not depend on <paramref name="threads"/>; -1 means as many as there are cores.
    /// </summary>
    public static string Write(
        string path, IReadOnlyList<ExternalTensor> weights, IProgress<double>? progress, CancellationToken cancellationToken, int threads = -1)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var total = weights.Count == 0 ? 0 : weights[^1].Offset + weights[^1].Length;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellationToken };
        var pending = Task.CompletedTask;
        try
        {
            foreach (var (weight, firstRow, rows) in Batches(weights))
            {
                var bytes = rows * weight.Content.RowBytes;
                var buffer = ArrayPool<byte>.Shared.Rent(bytes);
                Make(weight.Content, firstRow, buffer.AsMemory(0, bytes), parallel);
                if (firstRow + rows == weight.Content.Rows)
                {
                    (weight.Content as IDisposable)?.Dispose();
                }

                pending.GetAwaiter().GetResult();
                var offset = weight.Offset + ((long)firstRow * weight.Content.RowBytes);
                progress?.Report((double)offset / total);
                pending = Task.Run(() => Append(file, hash, offset, buffer, bytes), CancellationToken.None);
            }
        }
        finally
        {
            pending.GetAwaiter().GetResult();
        }

        progress?.Report(1);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(ExternalTensor Weight, int FirstRow, int Rows)> Batches(IReadOnlyList<ExternalTensor> weights)
    {
        foreach (var weight in weights)
        {
            var rowsPerBatch = Math.Max(1, BatchBytes / weight.Content.RowBytes);
            for (var row = 0; row < weight.Content.Rows; row += rowsPerBatch)
            {
                yield return (weight, row, Math.Min(rowsPerBatch, weight.Content.Rows - row));
            }
        }
    }

    private static void Make(ITensorContent content, int firstRow, Memory<byte> destination, ParallelOptions parallel)
    {
        var rows = destination.Length / content.RowBytes;
        var rowsPerPiece = Math.Max(1, PieceBytes / content.RowBytes);
        Parallel.For(0, (rows + rowsPerPiece - 1) / rowsPerPiece, parallel, piece =>
        {
            var first = piece * rowsPerPiece;
            var count = Math.Min(rowsPerPiece, rows - first);
            content.Fill(firstRow + first, destination.Span.Slice(first * content.RowBytes, count * content.RowBytes));
        });
    }

    private static void Append(FileStream file, IncrementalHash hash, long offset, byte[] buffer, int bytes)
    {
        try
        {
            // The gap up to the next aligned offset is zeros.
            Span<byte> padding = stackalloc byte[(int)(offset - file.Position)];
            padding.Clear();
            hash.AppendData(padding);
            file.Write(padding);

            hash.AppendData(buffer.AsSpan(0, bytes));
            file.Write(buffer.AsSpan(0, bytes));
        }
        catch (ArgumentOutOfRangeException e)
        {
            // How .NET says that the file system takes no file of this length, as FAT32 does beyond 4 GB.
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"the file system takes no file of {offset + bytes} bytes"), e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
