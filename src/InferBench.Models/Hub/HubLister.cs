using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InferBench.Models.Hub;

/// <summary>Asks the hub which commit a revision is, and what that commit holds.</summary>
internal sealed class HubLister(HubHttp http, HubSettings settings)
{
    private const int LongestAnswer = 16 << 20;
    private const int MostPages = 200;
    private const int MostFiles = 100_000;

    // No single file of a model is larger; the sum of two cannot overflow.
    private const long LargestFile = 1L << 42;

    public async Task<HubListing> ListAsync(HubRepo repo, CancellationToken cancellationToken)
    {
        var commit = repo.IsCommit ? repo.Revision : await CommitAsync(repo, cancellationToken).ConfigureAwait(false);
        var first = new Uri(settings.Endpoint, $"api/models/{repo.Name}/tree/{commit}?recursive=true");
        List<HubFile> files = [];
        var pages = 0;
        for (var page = first; page is not null; pages++)
        {
            var (entries, next) = await GetAsync(page, repo, HubWireJson.Default.ListTreeEntry, cancellationToken).ConfigureAwait(false);
            files.AddRange(entries.Where(entry => entry is null || entry.Type == "file").Select(entry => File(entry, repo)));
            if (files.Count > MostFiles || pages == MostPages)
            {
                throw new HubException($"{repo}: the list of files does not end; this is no model repository");
            }

            // Only the cursor is taken from the server: a listing does not wander to another host.
            page = next is null ? null : new UriBuilder(first) { Query = next.Query }.Uri;
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new HubListing(repo.Name, repo.Revision, commit, files);
    }

    private async Task<string> CommitAsync(HubRepo repo, CancellationToken cancellationToken)
    {
        var address = new Uri(settings.Endpoint, $"api/models/{repo.Name}/revision/{Uri.EscapeDataString(repo.Revision)}");
        var (answer, _) = await GetAsync(address, repo, HubWireJson.Default.RevisionAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Sha is { } sha && HubRepo.IsCommitHash(sha)
            ? sha
            : throw new HubException($"{repo}: the server names no commit for it; check HF_ENDPOINT");
    }

    private static HubFile File(HubWire.TreeEntry? entry, HubRepo repo)
    {
        var bytes = entry?.Lfs is { } large ? large.Size : entry?.Size;
        var hash = entry?.Lfs is null ? entry?.Oid : entry.Lfs.Oid;
        return entry?.Path is { Length: > 0 } path && bytes is >= 0 and <= LargestFile && IsHash(hash, entry.Lfs is null ? 40 : 64)
            ? new HubFile(path, bytes.Value, entry.Lfs is null ? hash : null, entry.Lfs is null ? null : hash)
            : throw new HubException($"{repo}: the list of files has an entry without a path, a size or a hash (\"{Printable.Of(entry?.Path ?? "")}\"); this is refused");
    }

    private static bool IsHash(string? text, int digits) =>
        text?.Length == digits && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;

    private Task<(T Value, Uri? Next)> GetAsync<T>(Uri address, HubRepo repo, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => HubRetry.RunAsync(
            settings.Time,
            async () =>
            {
                using var answer = await http.GetAsync(address, repo.ToString(), from: 0, cancellationToken).ConfigureAwait(false);
                if (!answer.Message.IsSuccessStatusCode)
                {
                    throw HubErrors.Of(answer, repo, repo.ToString(), settings);
                }

                var body = await ReadAsync(answer.Message.Content, repo, cancellationToken).ConfigureAwait(false);
                return (Parse(body, repo, type), LinkHeader.Next(HubHeaders.Value(answer.Message, "Link"), address));
            },
            cancellationToken);

    private static T Parse<T>(ReadOnlySpan<byte> body, HubRepo repo, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new HubException($"{repo}: the server's answer is empty; check HF_ENDPOINT");
        }
        catch (JsonException e)
        {
            throw new HubException($"{repo}: the server's answer is not what a hub answers; check HF_ENDPOINT", e);
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, HubRepo repo, CancellationToken cancellationToken)
    {
        var reader = new BodyReader(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), repo.ToString(), settings.Patience);
        using var body = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LongestAnswer)
            {
                throw new HubException($"{repo}: the server's answer is longer than any list of files; this is refused");
            }
        }

        return body.ToArray();
    }
}
