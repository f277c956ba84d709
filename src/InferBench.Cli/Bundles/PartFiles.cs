using System.Globalization;
using System.Security.Cryptography;

namespace InferBench.Cli.Bundles;

/// <summary>A stream into files of at most so many bytes each, which are hashed as they are written.</summary>
/// <param name="path">The file, or what the parts' names begin with.</param>
/// <param name="partBytes">Largest part; null for one file, named <paramref name="path"/>.</param>
internal sealed class PartFiles(string path, long? partBytes) : Stream
{
    private readonly List<BundlePart> _finished = [];
    private FileStream? _part;
    private IncrementalHash? _hash;

    /// <summary>What was written, in order; complete once the stream is disposed.</summary>
    public IReadOnlyList<BundlePart> Parts => _finished;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_part is null || _part.Length == partBytes)
            {
                Finish();
                _part = new FileStream(Name(), FileMode.CreateNew, FileAccess.Write);
                _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            }

            var taken = buffer[..(int)Math.Min(buffer.Length, (partBytes ?? long.MaxValue) - _part.Length)];
            _part.Write(taken);
            _hash!.AppendData(taken);
            buffer = buffer[taken.Length..];
        }
    }

    public override void Flush() => _part?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Finish();
        }

        base.Dispose(disposing);
    }

    private string Name() => partBytes is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.part-{_finished.Count:000}");

    private void Finish()
    {
        if (_part is null)
        {
            return;
        }

        _finished.Add(new BundlePart(Path.GetFileName(_part.Name), _part.Length, Convert.ToHexStringLower(_hash!.GetHashAndReset())));
        _part.Dispose();
        _hash.Dispose();
        _part = null;
    }
}
