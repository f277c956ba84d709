using System.Globalization;
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

    [Theory]
    [InlineData("../../evil.onnx")]
    [InlineData("onnx/../../../evil.onnx")]
    [InlineData("/tmp/evil.onnx")]
    [InlineData("..\\\\evil.onnx")]
    [InlineData("C:/evil.onnx")]
    [InlineData("a\\u0000.onnx")]
    [InlineData("a\\u001b[2J.onnx")]
    [InlineData("nul.onnx")]
    [InlineData("onnx./a.onnx")]
    public async Task PullAsync_HostilePath_IsRefusedAndNothingIsWritten(string jsonPath)
    {
        Lists(Entry(jsonPath));

        var problem = await _scene.ProblemAsync();

        Assert.Contains("the repository is refused", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', problem);
        Assert.False(Directory.Exists(_scene.Cache));
    }

    [Fact]
    public async Task PullAsync_PathsThatDifferInCase_AreRefused()
    {
        Lists(Entry("a.onnx"), Entry("A.onnx"));

        Assert.Contains("differ only in case", await _scene.ProblemAsync(null, "*.onnx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PullAsync_FileInAFile_IsRefused()
    {
        Lists(Entry("a.onnx"), Entry("a.onnx/b.onnx"));

        Assert.Contains("is also a file", await _scene.ProblemAsync(null, "*.onnx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"file","path":"a.onnx","size":-1,"oid":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"type":"file","path":"a.onnx","size":9223372036854775807,"oid":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"type":"file","path":"a.onnx","size":1,"oid":"../../../../etc/cron.d/aaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"type":"file","path":"a.onnx","size":1,"oid":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","lfs":{"oid":"../x","size":1} }""")]
    [InlineData("""{"type":"file","size":1,"oid":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("null")]
    public async Task ListAsync_EntryWithoutMeaning_IsRefused(string entry)
    {
        Lists(entry);

        Assert.Contains("an entry without a path, a size or a hash", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[{"size":1e400}]""")]
    public async Task ListAsync_NoHubAnswer_SaysSo(string body)
    {
        _scene.Hub.Answer = _ => FakeReply.Json(body);

        Assert.Contains("check HF_ENDPOINT", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_DeepJson_IsRefused()
    {
        _scene.Hub.Answer = _ => FakeReply.Json($$"""{"a":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""");

        Assert.Contains("not what a hub answers", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_EndlessAnswer_IsCutOff()
    {
        _scene.Hub.Answer = _ => new FakeReply(200, new byte[(16 << 20) + 1]);

        Assert.Contains("longer than any list of files", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_EndlessPages_AreCutOff()
    {
        _scene.Hub.Answer = request => request.Path.Contains("/tree/", StringComparison.Ordinal)
            ? FakeReply.Json("[]", ("Link", $"<{request.Target}>; rel=\"next\""))
            : _scene.Files.Answer(request);

        Assert.Contains("does not end", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    private static string Entry(string jsonPath) => $$"""{"type":"file","path":"{{jsonPath}}","size":1,"oid":"{{new string('a', 40)}}"}""";

    private void Lists(params string[] entries) => _scene.Hub.Answer = request => request.Path.Contains("/tree/", StringComparison.Ordinal)
        ? FakeReply.Json(string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', entries)}]"))
        : _scene.Files.Answer(request);
}
