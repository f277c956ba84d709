namespace InferBench.Models.Hub;

/// <summary>
/// Fetches models from a Hugging Face hub into its own cache layout. What is there is not fetched again, what was interrupted goes on where it
/// ended, and what arrives is checked against the hub's hashes before it gets its name.
/// </summary>
public sealed class ModelHub(HubSettings settings) : IDisposable
{
    private readonly HubHttp _http = new(settings);

    /// <summary>For tests of a full disk.</summary>
    internal Func<string, long> FreeBytes { get; init; } = DiskSpace.Free;

    /// <summary>For tests of a file system without links.</summary>
    internal bool UseLinks { get; init; } = true;

    public void Dispose() => _http.Dispose();

    /// <summary>What the repository holds; in offline mode what the cache holds of it.</summary>
    /// <exception cref="HubException">There is none, it may not be read, or the hub cannot be reached.</exception>
    public Task<HubListing> ListAsync(HubRepo repo, CancellationToken cancellationToken = default) =>
        settings.Offline
            ? Task.FromResult(new HubCache(settings.CacheFolder, repo).Read())
            : new HubLister(_http, settings).ListAsync(repo, cancellationToken);

    /// <summary>Brings what a runnable model needs into the cache. Cancelled or failed, what arrived stays for the next attempt.</summary>
    /// <param name="files">Names, paths or patterns of the .onnx files and of anything else that is wanted; empty for the only model there is.</param>
    /// <param name="progress">Called for every piece that arrives, on the thread that writes.</param>
    /// <exception cref="HubException">As for <see cref="ListAsync"/>; or a choice is needed, a file is refused or damaged, or the disk is full.</exception>
    public async Task<HubSnapshot> PullAsync(
        HubRepo repo, IReadOnlyList<string> files, Action<HubProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var listing = await ListAsync(repo, cancellationToken).ConfigureAwait(false);
        var choice = FileChoice.Of(repo, listing.Files, files);
        var cache = new HubCache(settings.CacheFolder, repo, UseLinks);
        long received = 0;
        try
        {
            received = settings.Offline ? 0 : await FetchAsync(repo, listing, choice, cache, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (DiskSpace.IsFull(e))
        {
            throw new HubException(
                $"{repo}: the disk is full; make room in {settings.CacheFolder} or name another folder with HF_HUB_CACHE, what arrived is kept", e);
        }

        return new HubSnapshot(
            repo.Name,
            repo.Revision,
            listing.Commit,
            cache.SnapshotFolder(listing.Commit),
            choice.Files,
            [.. choice.Models.Select(model => model.Path)],
            received);
    }

    private async Task<long> FetchAsync(
        HubRepo repo, HubListing listing, FileChoice choice, HubCache cache, Action<HubProgress>? progress, CancellationToken cancellationToken)
    {
        var missing = choice.Files.Where(file => !cache.Has(listing.Commit, file)).ToList();
        var absent = missing.Where(file => !cache.HasBlob(file)).DistinctBy(file => file.ETag).ToList();
        var total = absent.Sum(file => file.Bytes);
        DiskSpace.Check(repo, settings.CacheFolder, total - absent.Sum(file => Present(cache.Incomplete(file))), FreeBytes);

        long done = 0, received = 0;
        foreach (var file in missing)
        {
            cache.MakeFolders(file);
            using var owned = await BlobLock.TakeAsync(cache.Lock(file), settings.Time, cancellationToken).ConfigureAwait(false);

            // Another process, or another file with the same content, may have brought it meanwhile.
            if (!cache.Has(listing.Commit, file))
            {
                if (!cache.HasBlob(file))
                {
                    var download = new BlobDownload(_http, settings, repo, listing, file);
                    received += await download
                        .RunAsync(cache.Incomplete(file), cache.Blob(file), bytes => progress?.Invoke(new HubProgress(file.Path, done + bytes, total)), cancellationToken)
                        .ConfigureAwait(false);
                }

                cache.Place(listing.Commit, file);
            }

            done += absent.Contains(file) ? file.Bytes : 0;
        }

        cache.WriteReference(listing.Commit);
        return received;
    }

    private static long Present(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
