using InferBench.Models.Onnx;

namespace InferBench.Models.Hub;

/// <summary>
/// A repository in Hugging Face's cache layout, shared with its own tools: <c>models--org--name</c> with <c>refs/REVISION</c>, <c>blobs/ETAG</c>
/// and <c>snapshots/COMMIT/PATH</c>, whose files are relative links to blobs; locks are in <c>.locks</c> beside it.
/// </summary>
/// <param name="useLinks">False where the file system has no links, as on Windows without the right to make them.</param>
internal sealed class HubCache(string cacheFolder, HubRepo repo, bool useLinks = true)
{
    private const int LongestReference = 64;

    private readonly string _name = $"models--{repo.Name.Replace("/", "--", StringComparison.Ordinal)}";
    private bool _useLinks = useLinks;

    public string Folder => Path.Combine(cacheFolder, _name);

    public string SnapshotFolder(string commit) => Path.Combine(Folder, "snapshots", commit);

    public string Blob(HubFile file) => Path.Combine(Folder, "blobs", file.ETag);

    public string Incomplete(HubFile file) => Blob(file) + ".incomplete";

    public string Lock(HubFile file) => Path.Combine(cacheFolder, ".locks", _name, file.ETag + ".lock");

    /// <summary>Whether the file is there in full: a snapshot's files are only put there when they are complete and verified.</summary>
    public bool Has(string commit, HubFile file) => IsComplete(SnapshotFile(commit, file), file);

    public bool HasBlob(HubFile file) => IsComplete(Blob(file), file);

    public void MakeFolders(HubFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Blob(file))!);
        Directory.CreateDirectory(Path.GetDirectoryName(Lock(file))!);
    }

    /// <summary>Puts a complete blob into the snapshot. Without links it is moved there, as Hugging Face's own tools do: a copy would need its space twice.</summary>
    public void Place(string commit, HubFile file)
    {
        var (path, blob) = (SnapshotFile(commit, file), Blob(file));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (new FileInfo(path) is { LinkTarget: not null } or { Exists: true })
        {
            File.Delete(path);
        }

        if (_useLinks)
        {
            try
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, blob));
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && !File.Exists(path))
            {
                // No right to make links, or none on this file system: the next files need not try.
                _useLinks = false;
            }
        }

        File.Move(blob, path, overwrite: true);
    }

    /// <summary>Written last: offline, a revision then never means a pull that was not finished.</summary>
    public void WriteReference(string commit)
    {
        if (repo.IsCommit)
        {
            return;
        }

        var path = Reference();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllText(temporary, commit);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>What the cache holds of the revision, without a request. The files have no hashes.</summary>
    /// <exception cref="HubException">It holds nothing of it.</exception>
    public HubListing Read()
    {
        var commit = repo.IsCommit ? repo.Revision : ReadReference();
        var folder = commit is null ? null : SnapshotFolder(commit);
        if (!Directory.Exists(folder))
        {
            throw new HubException($"{repo}: is not in the cache ({cacheFolder}), and the offline mode allows no download; pull it once without --offline and HF_HUB_OFFLINE");
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(File.Exists)
            .Select(path => new HubFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), RealPath.Length(path), null, null))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        return new HubListing(repo.Name, repo.Revision, commit!, files);
    }

    private string SnapshotFile(string commit, HubFile file) => Path.Combine(SnapshotFolder(commit), file.Path);

    private string Reference() => Path.Combine(Folder, "refs", repo.Revision);

    private string? ReadReference()
    {
        var file = new FileInfo(Reference());
        return file is { Exists: true, Length: <= LongestReference } && File.ReadAllText(file.FullName).Trim() is var commit && HubRepo.IsCommitHash(commit)
            ? commit
            : null;
    }

    private static bool IsComplete(string path, HubFile file) => File.Exists(path) && RealPath.Length(path) == file.Bytes;
}
