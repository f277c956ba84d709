using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class ModelHubAccessTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(401, null, "is gated or private, or does not exist; check the name, then set HF_TOKEN")]
    [InlineData(401, "RepoNotFound", "is gated or private, or does not exist; check the name, then set HF_TOKEN")]
    [InlineData(403, "GatedRepo", "is gated; accept its terms on the hub's page, then set HF_TOKEN")]
    [InlineData(404, "RepoNotFound", "there is no such repository")]
    [InlineData(404, "RevisionNotFound", "there is no revision \"main\"")]
    [InlineData(418, null, "the server answered 418")]
    public async Task ListAsync_Refused_SaysWhatToDo(int status, string? code, string expected)
    {
        _scene.Hub.Answer = _ => FakeReply.Error(status, code);

        var problem = await _scene.ProblemAsync();

        Assert.StartsWith($"{FakeRepo.Name}: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Single(_scene.Hub.Requests);
    }

    [Theory]
    [InlineData(403, "GatedRepo", "is gated, and the account of the token may not read it")]
    [InlineData(401, null, "the token in use may not read it")]
    public async Task ListAsync_RefusedWithAToken_DoesNotRepeatIt(int status, string? code, string expected)
    {
        _scene.Hub.Answer = _ => FakeReply.Error(status, code);

        var problem = await _scene.ProblemAsync(_scene.Settings(token: "hf_secret"));

        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hf_secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PullAsync_ListedFileIsNotThere_NamesIt()
    {
        _scene.Hub.Answer = request => request.Path.EndsWith("config.json", StringComparison.Ordinal)
            ? FakeReply.Error(404, "EntryNotFound")
            : _scene.Files.Answer(request);

        Assert.Contains("config.json: there is no such file", await _scene.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_NobodyListens_PointsToTheCache()
    {
        _scene.Hub.Dispose();

        Assert.Contains("cannot be reached", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.Empty(_scene.Time.Waits);
    }

    [Fact]
    public async Task ListAsync_SeveralPages_HasTheFilesOfAll()
    {
        _scene.Files.PageSize = 3;
        for (var i = 0; i < 8; i++)
        {
            _scene.Files.Add($"extra{i}.txt", "x");
        }

        using var hub = new ModelHub(_scene.Settings());
        var listing = await hub.ListAsync(HubScene.Repo);

        Assert.Equal(10, listing.Files.Count);
        Assert.Equal(4, _scene.Hub.Requests.Count(request => request.Path.Contains("/tree/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ListAsync_LargeAndSmallFiles_KnowTheirHashes()
    {
        using var hub = new ModelHub(_scene.Settings());

        var files = (await hub.ListAsync(HubScene.Repo)).Files;

        Assert.Equal((null, FakeRepo.Sha256(_scene.Model), 100_000), (files[1].GitSha1, files[1].Sha256, files[1].Bytes));
        Assert.Equal(("0972e95c1405cc1507c19dcbe784f7a36c930907", null), (files[0].GitSha1, files[0].Sha256));
    }

    [Fact]
    public async Task PullAsync_OfflineAndComplete_MakesNoRequest()
    {
        await _scene.PullAsync();
        _scene.Hub.Requests.Clear();

        var snapshot = await _scene.PullAsync(_scene.Settings(offline: true));

        Assert.Empty(_scene.Hub.Requests);
        Assert.Equal((FakeRepo.Commit, 0), (snapshot.Commit, snapshot.DownloadedBytes));
        Assert.Equal([HubScene.ModelFile], snapshot.Models);
        Assert.Equal(100_000 + 22, snapshot.Files.Sum(file => file.Bytes));
    }

    [Fact]
    public async Task PullAsync_OfflineAndAbsent_SaysSo()
    {
        var problem = await _scene.ProblemAsync(_scene.Settings(offline: true));

        Assert.Contains("is not in the cache", problem, StringComparison.Ordinal);
        Assert.Empty(_scene.Hub.Requests);
    }

    [Fact]
    public async Task PullAsync_OfflineWithADamagedReference_SaysSo()
    {
        await _scene.PullAsync();
        File.WriteAllText(Path.Combine(_scene.RepoFolder, "refs", "main"), "../../../outside");

        Assert.Contains("is not in the cache", await _scene.ProblemAsync(_scene.Settings(offline: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelPath_OnlyModelOfTheFolder_IsTheFolder()
    {
        var snapshot = await _scene.PullAsync();

        Assert.Equal(snapshot.Folder, snapshot.ModelPath());
    }

    [Fact]
    public async Task ModelPath_OneOfSeveral_IsTheFile()
    {
        _scene.Files.AddLarge("onnx/model_q4.onnx", 700);
        var snapshot = await _scene.PullAsync(null, "model.onnx", "model_q4.onnx");

        Assert.Equal(Path.Combine(snapshot.Folder, "onnx", "model_q4.onnx"), (snapshot with { Models = ["onnx/model_q4.onnx"] }).ModelPath());
    }

    [Fact]
    public async Task CheckModels_NoModelInside_NamesTheFile()
    {
        var snapshot = await _scene.PullAsync();

        Assert.Contains("onnx/model.onnx cannot be run", Assert.Throws<HubException>(snapshot.CheckModels).Message, StringComparison.Ordinal);
    }
}
