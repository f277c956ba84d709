namespace InferBench.Models.Tests.Hub;

public sealed class ModelHubResumeTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task PullAsync_PartOfAnEarlierAttempt_GoesOnThere()
    {
        _scene.LeavePart(_scene.Model.AsSpan(0, 60_000));

        var snapshot = await _scene.PullAsync();

        Assert.Equal("bytes=60000-", Assert.Single(_scene.Content.Requests).Header("Range"));
        Assert.Equal(40_000 + 22, snapshot.DownloadedBytes);
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_CompletePart_IsCheckedWithoutARequest()
    {
        _scene.LeavePart(_scene.Model);

        await _scene.PullAsync();

        Assert.Empty(_scene.Content.Requests);
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_PartOfOtherContent_BeginsAnew()
    {
        _scene.LeavePart(new byte[60_000]);

        await _scene.PullAsync();

        Assert.Equal(["bytes=60000-", null], _scene.Content.Requests.Select(request => request.Header("Range")));
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_ServerWithoutRanges_TakesTheWholeFile()
    {
        _scene.LeavePart(_scene.Model.AsSpan(0, 60_000));
        _scene.Content.Answer = _ => new FakeReply(200, _scene.Model);

        await _scene.PullAsync();

        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_RangeNotSatisfiable_BeginsAnew()
    {
        _scene.LeavePart(_scene.Model.AsSpan(0, 60_000));
        _scene.Content.Answer = request => request.Header("Range") is null ? new FakeReply(200, _scene.Model) : FakeReply.Error(416);

        await _scene.PullAsync();

        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_AnotherRangeThanAsked_BeginsAnew()
    {
        _scene.LeavePart(_scene.Model.AsSpan(0, 60_000));
        _scene.Content.Answer = request => request.Header("Range") is null
            ? new FakeReply(200, _scene.Model)
            : new FakeReply(206, _scene.Model[10..], ("Content-Range", "bytes 10-99999/100000"));

        await _scene.PullAsync();

        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }
}
