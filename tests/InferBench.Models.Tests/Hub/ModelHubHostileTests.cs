using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class ModelHubHostileTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task PullAsync_Redirect_DoesNotTakeTheTokenToAnotherHost()
    {
        await _scene.PullAsync(_scene.Settings(token: "hf_secret"));

        Assert.All(_scene.Hub.Requests, request => Assert.Equal("Bearer hf_secret", request.Header("Authorization")));
        Assert.Null(Assert.Single(_scene.Content.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task PullAsync_RenamedRepository_FollowsTheRedirectWithTheToken()
    {
        _scene.Hub.Answer = request => request.Target.StartsWith("/api/models/old/name/", StringComparison.Ordinal)
            ? FakeReply.Redirect(request.Target.Replace("old/name", FakeRepo.Name, StringComparison.Ordinal))
            : _scene.Files.Answer(request);
        using var hub = new ModelHub(_scene.Settings(token: "hf_secret"));

        var listing = await hub.ListAsync(HubRepo.Parse("old/name"));

        Assert.Equal(2, listing.Files.Count);
        Assert.All(_scene.Hub.Requests, request => Assert.Equal("Bearer hf_secret", request.Header("Authorization")));
    }

    [Fact]
    public async Task PullAsync_RedirectsInCircles_Ends()
    {
        _scene.Hub.Answer = request => FakeReply.Redirect(request.Target);

        Assert.Contains("redirects in circles", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.Equal(11, _scene.Hub.Requests.Count);
    }

    [Theory]
    [InlineData("http://192.0.2.1/x")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file:///etc/passwd")]
    public async Task PullAsync_RedirectToWhatIsNotEncrypted_IsRefused(string location)
    {
        _scene.Hub.Answer = _ => FakeReply.Redirect(location);

        Assert.Contains("not encrypted; this is refused", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/x", "https://b.example/x", false, true)]
    [InlineData("https://a.example/x", "http://b.example/x", true, false)]
    [InlineData("https://a.example/x", "http://127.0.0.1/x", true, false)]
    [InlineData("http://127.0.0.1/x", "http://localhost/x", false, true)]
    [InlineData("http://a.example/x", "http://b.example/x", true, true)]
    [InlineData("http://127.0.0.1/x", "http://b.example/x", false, false)]
    public void MayFollow_Redirect_NeverLosesEncryption(string from, string to, bool allowInsecure, bool expected) =>
        Assert.Equal(expected, HubHttp.MayFollow(new Uri(from), new Uri(to), allowInsecure));

    [Fact]
    public async Task PullAsync_WrongContent_KeepsNothing()
    {
        _scene.Content.Answer = _ => new FakeReply(200, new byte[_scene.Model.Length]);

        Assert.Contains("onnx/model.onnx: what arrived has not the SHA-256", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_scene.RepoFolder, "blobs"), FakeRepo.Sha256(_scene.Model) + "*"));
        Assert.False(Path.Exists(_scene.SnapshotFile(HubScene.ModelFile)));
    }

    [Fact]
    public async Task PullAsync_WrongContentOfASmallFile_KeepsNothing()
    {
        _scene.Hub.Answer = request => request.Path.EndsWith("config.json", StringComparison.Ordinal)
            ? new FakeReply(200, new byte[22])
            : _scene.Files.Answer(request);

        Assert.Contains("config.json: what arrived has not the git hash", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_scene.RepoFolder, "blobs")));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(200_000)]
    public async Task PullAsync_AnotherLengthThanListed_IsRefused(int bytes)
    {
        _scene.Content.Answer = _ => new FakeReply(200, new byte[bytes]);

        Assert.Contains("where 100000 are missing; this is refused", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PullAsync_LongerThanAnnounced_IsRefused()
    {
        _scene.Content.Answer = _ => new FakeReply(200, new byte[200_000]) { AnnouncesNothing = true };

        Assert.Contains("sends more than the 100000 bytes", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.True(new FileInfo(_scene.Blob + ".incomplete").Length <= 100_000);
    }

    [Theory]
    [InlineData("X-Repo-Commit", "ffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("X-Linked-Etag", "\"ffff\"")]
    [InlineData("X-Linked-Size", "7")]
    public async Task PullAsync_HeadersDisagreeWithTheListing_IsRefused(string header, string value)
    {
        _scene.Hub.Answer = request => request.Path.EndsWith(HubScene.ModelFile, StringComparison.Ordinal)
            ? FakeReply.Redirect(_scene.Content.Endpoint + HubScene.ModelFile, (header, value))
            : _scene.Files.Answer(request);

        Assert.Contains("another commit, hash or size", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }
}
