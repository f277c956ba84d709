using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InferBench.Models.Hub;

/// <summary>
/// The hash that the hub names for a file: SHA-256 of the content in large file storage, else git's blob hash, SHA-1 of <c>blob SIZE\0</c> and the content.
/// </summary>
internal sealed class BlobHash : IDisposable
{
    private readonly IncrementalHash _hash;
    private readonly HubFile _file;

    public BlobHash(HubFile file)
    {
        _file = file;
        _hash = IncrementalHash.CreateHash(file.Sha256 is null ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        Begin();
    }

    public void Dispose() => _hash.Dispose();

    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public void Reset()
    {
        _hash.GetHashAndReset();
        Begin();
    }

    public bool Matches() => Convert.ToHexStringLower(_hash.GetCurrentHash()) == _file.ETag;

    private void Begin()
    {
        if (_file.Sha256 is null)
        {
            _hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {_file.Bytes}\0")));
        }
    }
}
