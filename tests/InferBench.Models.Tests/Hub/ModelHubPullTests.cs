using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class ModelHubPullTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task PullAsync_EmptyCache_LaysItOutAsTheHubsOwnTools()
    {
        var snapshot = await _scene.PullAsync();

        Assert.Equal(Path.Combine(_scene.RepoFolder, "snapshots", FakeRepo.Commit), snapshot.Folder);
        Assert.Equal(FakeRepo.Commit, File.ReadAllText(Path.Combine(_scene.RepoFolder, "refs", "main")));
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.SnapshotFile(HubScene.ModelFile)));
        Assert.Equal(["config.json", HubScene.ModelFile], snapshot.Files.Select(file => file.Path));
        Assert.Equal(_scene.Model.Length + 22, snapshot.DownloadedBytes);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_scene.RepoFolder, "blobs"), "*.incomplete"));
    }

    [Fact]
    public async Task PullAsync_SystemWithLinks_LinksToTheBlobByARelativePath()
    {
        await _scene.PullAsync();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal($"../../../blobs/{FakeRepo.Sha256(_scene.Model)}", new FileInfo(_scene.SnapshotFile(HubScene.ModelFile)).LinkTarget);
        }
    }

    [Fact]
    public async Task PullAsync_SystemWithoutLinks_PutsTheFilesThemselvesThere()
    {
        using var hub = new ModelHub(_scene.Settings()) { UseLinks = false };
        await hub.PullAsync(HubScene.Repo, []);
        var requests = _scene.Content.Requests.Count;

        var again = await hub.PullAsync(HubScene.Repo, []);

        Assert.Null(new FileInfo(_scene.SnapshotFile(HubScene.ModelFile)).LinkTarget);
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.SnapshotFile(HubScene.ModelFile)));
        Assert.Equal((0, requests), (again.DownloadedBytes, _scene.Content.Requests.Count));
    }

    [Fact]
    public async Task PullAsync_SecondTime_FetchesNoFile()
    {
        await _scene.PullAsync();
        var before = _scene.Hub.Requests.Count;

        var again = await _scene.PullAsync();

        Assert.Equal(0, again.DownloadedBytes);
        Assert.DoesNotContain(_scene.Hub.Requests.Skip(before), request => request.Path.Contains("/resolve/", StringComparison.Ordinal));
        Assert.Single(_scene.Content.Requests);
    }

    [Fact]
    public async Task PullAsync_CommitAsRevision_AsksForNoRevisionAndWritesNoReference()
    {
        using var hub = new ModelHub(_scene.Settings());

        await hub.PullAsync(HubRepo.Parse($"{FakeRepo.Name}@{FakeRepo.Commit}"), []);

        Assert.DoesNotContain(_scene.Hub.Requests, request => request.Path.Contains("/revision/", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_scene.RepoFolder, "refs")));
    }

    [Fact]
    public async Task PullAsync_RevisionWithASlash_IsOneSegmentOfTheAddressAndAPathOfTheReference()
    {
        using var hub = new ModelHub(_scene.Settings());

        await hub.PullAsync(HubRepo.Parse($"{FakeRepo.Name}@refs/pr/1"), []);

        Assert.Contains(_scene.Hub.Requests, request => request.Target.EndsWith("/revision/refs%2Fpr%2F1", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(_scene.RepoFolder, "refs", "refs", "pr", "1")));
    }

    [Fact]
    public async Task PullAsync_Progress_EndsWithEverythingThere()
    {
        List<HubProgress> seen = [];
        using var hub = new ModelHub(_scene.Settings());

        await hub.PullAsync(HubScene.Repo, [], seen.Add);

        Assert.Equal(_scene.Model.Length + 22, seen[^1].DoneBytes);
        Assert.Equal(seen[^1].TotalBytes, seen[^1].DoneBytes);
        Assert.Equal(seen.Select(progress => progress.DoneBytes).Order(), seen.Select(progress => progress.DoneBytes));
    }

    [Fact]
    public async Task PullAsync_TwoFilesOfTheSameContent_FetchesItOnce()
    {
        _scene.Files.AddLarge("onnx/model.onnx_data", 5_000);
        _scene.Files.AddLarge("onnx/model.onnx_data_1", 5_000);

        var snapshot = await _scene.PullAsync();

        Assert.Equal(4, snapshot.Files.Count);
        Assert.Equal(2, _scene.Content.Requests.Count);
        Assert.Equal(File.ReadAllBytes(_scene.SnapshotFile("onnx/model.onnx_data")), File.ReadAllBytes(_scene.SnapshotFile("onnx/model.onnx_data_1")));
    }

    [Fact]
    public async Task PullAsync_EmptyFile_NeedsNoRequest()
    {
        _scene.Files.Add("merges.txt", "");

        await _scene.PullAsync();

        Assert.Empty(File.ReadAllBytes(_scene.SnapshotFile("merges.txt")));
        Assert.DoesNotContain(_scene.Hub.Requests, request => request.Path.EndsWith("merges.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PullAsync_AnotherProcessHoldsTheLock_WaitsAndTakesWhatItBrought()
    {
        var folder = Path.Combine(_scene.Cache, ".locks", "models--org--tiny-ONNX");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(_scene.Blob)!);
        Task<HubSnapshot> pulling;
        using (new FileStream(Path.Combine(folder, Path.GetFileName(_scene.Blob) + ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            pulling = _scene.PullAsync();
            Assert.True(SpinWait.SpinUntil(() => _scene.Time.Waits.Count >= 3, TimeSpan.FromSeconds(10)));
            File.WriteAllBytes(_scene.Blob, _scene.Model);
            Assert.False(pulling.IsCompleted);
        }

        var snapshot = await pulling;

        Assert.Equal(22, snapshot.DownloadedBytes);
        Assert.Empty(_scene.Content.Requests);
    }

    [Fact]
    public async Task PullAsync_TooLittleRoom_SaysSoBeforeTheDownload()
    {
        using var hub = new ModelHub(_scene.Settings()) { FreeBytes = _ => 1_000_000 };

        var problem = await Assert.ThrowsAsync<HubException>(() => hub.PullAsync(HubScene.Repo, []));

        Assert.Contains("100.0 kB are to be downloaded", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1.0 MB free", problem.Message, StringComparison.Ordinal);
        Assert.Empty(_scene.Content.Requests);
    }

    [Fact]
    public void IsFull_WriteToAFullDevice_IsRecognised()
    {
        if (OperatingSystem.IsLinux())
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

            Assert.True(DiskSpace.IsFull(Assert.ThrowsAny<IOException>(() => full.Write([1, 2, 3]))));
        }
    }
}
