using System.Globalization;
using System.Net;

namespace InferBench.Models.Hub;

/// <summary>
/// Brings one file to disk: into <c>ETAG.incomplete</c>, from where an earlier attempt ended, and under its own name once its length and hash are
/// the hub's. The caller holds the blob's lock.
/// </summary>
internal sealed class BlobDownload(HubHttp http, HubSettings settings, HubRepo repo, HubListing listing, HubFile file)
{
    private const int BufferBytes = 256 << 10;

    private readonly string _what = $"{repo}: {file.Path}";
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);

    /// <param name="arrived">Called with the number of bytes on disk.</param>
    /// <returns>How many bytes came over the network.</returns>
    public async Task<long> RunAsync(string incomplete, string blob, Action<long> arrived, CancellationToken cancellationToken)
    {
        long received = 0;
        while (true)
        {
            bool isRight, wasResumed;
            using (var part = new FileStream(incomplete, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0))
            using (var hash = new BlobHash(file))
            {
                wasResumed = HashPart(part, hash, cancellationToken) > 0;
                received += await FillAsync(part, hash, arrived, cancellationToken).ConfigureAwait(false);
                part.Flush(flushToDisk: true);
                isRight = hash.Matches();
            }

            if (isRight)
            {
                File.Move(incomplete, blob, overwrite: true);
                return received;
            }

            File.Delete(incomplete);
            if (!wasResumed)
            {
                throw new HubException($"{_what}: what arrived has not the {(file.Sha256 is null ? "git hash" : "SHA-256")} that the hub names; it was not kept, try again later");
            }

            // The part that was there may be another program's: once more from the start.
        }
    }

    /// <summary>What is there from an earlier attempt counts for the hash as well.</summary>
    private long HashPart(FileStream part, BlobHash hash, CancellationToken cancellationToken)
    {
        if (part.Length > file.Bytes)
        {
            part.SetLength(0);
        }

        for (int read; (read = part.Read(_buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Append(_buffer.AsSpan(0, read));
        }

        return part.Position;
    }

    private async Task<long> FillAsync(FileStream part, BlobHash hash, Action<long> arrived, CancellationToken cancellationToken)
    {
        var retry = new HubRetry(settings.Time);
        long received = 0;
        arrived(part.Position);
        while (part.Position < file.Bytes)
        {
            try
            {
                using var answer = await OpenAsync(part, hash, cancellationToken).ConfigureAwait(false);
                var body = await answer.Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                var reader = new BodyReader(body, _what, settings.Patience);
                for (int read; (read = await reader.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                {
                    if (part.Position + read > file.Bytes)
                    {
                        throw new HubException($"{_what}: the server sends more than the {file.Bytes.ToString(CultureInfo.InvariantCulture)} bytes that the hub names; this is refused");
                    }

                    hash.Append(_buffer.AsSpan(0, read));
                    part.Write(_buffer, 0, read);
                    received += read;
                    arrived(part.Position);
                }

                if (part.Position < file.Bytes)
                {
                    throw new HubTransientException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_what}: ended after {part.Position} of {file.Bytes} bytes; run the same command again, what is there is kept"));
                }
            }
            catch (HubTransientException failure)
            {
                await retry.WaitAsync(failure, part.Position, cancellationToken).ConfigureAwait(false);
            }
        }

        return received;
    }

    /// <summary>An answer whose body continues at the end of <paramref name="part"/>, which is emptied where the server begins anew.</summary>
    private async Task<HubResponse> OpenAsync(FileStream part, BlobHash hash, CancellationToken cancellationToken)
    {
        var path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        var address = new Uri(settings.Endpoint, $"{repo.Name}/resolve/{listing.Commit}/{path}");
        var answer = await http.GetAsync(address, _what, part.Position, cancellationToken).ConfigureAwait(false);
        try
        {
            CheckHeaders(answer.Headers);
            switch (answer.Message.StatusCode)
            {
                case HttpStatusCode.PartialContent when answer.Message.Content.Headers.ContentRange?.From == part.Position:
                    break;
                case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                    StartOver(part, hash);
                    throw new HubTransientException($"{_what}: the server does not continue where the download ended; it begins anew", TimeSpan.Zero);
                case HttpStatusCode.OK:
                    StartOver(part, hash);
                    break;
                default:
                    throw HubErrors.Of(answer, repo, _what, settings);
            }

            if (answer.Message.Content.Headers.ContentLength is { } length && length != file.Bytes - part.Position)
            {
                throw new HubException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_what}: the server announces {length} bytes where {file.Bytes - part.Position} are missing; this is refused"));
            }

            return answer;
        }
        catch (Exception)
        {
            answer.Dispose();
            throw;
        }
    }

    private void CheckHeaders(HubHeaders headers)
    {
        if ((headers.Commit ?? listing.Commit) != listing.Commit
            || (headers.LinkedETag ?? file.ETag) != file.ETag
            || (headers.LinkedBytes ?? file.Bytes) != file.Bytes)
        {
            throw new HubException($"{_what}: the hub names another commit, hash or size than its list of files does; try again later");
        }
    }

    private static void StartOver(FileStream part, BlobHash hash)
    {
        part.SetLength(0);
        part.Position = 0;
        hash.Reset();
    }
}
