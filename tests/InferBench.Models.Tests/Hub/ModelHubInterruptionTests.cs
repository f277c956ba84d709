using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class ModelHubInterruptionTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PullAsync_BodyCutOff_GoesOnWhereItEnded(bool announcesNothing)
    {
        var first = true;
        _scene.Content.Answer = request =>
        {
            var reply = _scene.Files.AnswerContent(request);
            (var cut, first) = (first, false);
            return cut ? reply with { CutAfter = 30_000, AnnouncesNothing = announcesNothing } : reply;
        };

        await _scene.PullAsync();

        Assert.Equal([null, "bytes=30000-"], _scene.Content.Requests.Select(request => request.Header("Range")));
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
        Assert.Equal([TimeSpan.FromSeconds(1)], _scene.Time.Waits);
    }

    [Fact]
    public async Task PullAsync_AlwaysCutOff_EndsAndKeepsThePart()
    {
        _scene.Content.Answer = request => _scene.Files.AnswerContent(request) with { CutAfter = 1_000 };

        var problem = await _scene.ProblemAsync();

        Assert.Contains("onnx/model.onnx", problem, StringComparison.Ordinal);
        Assert.Contains("what is there is kept", problem, StringComparison.Ordinal);
        Assert.Equal(5_000, new FileInfo(_scene.Blob + ".incomplete").Length);
        Assert.Equal([1, 2, 4, 8], _scene.Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task PullAsync_ServerFallsSilent_TriesAgain()
    {
        var first = true;
        _scene.Content.Answer = request =>
        {
            var reply = _scene.Files.AnswerContent(request);
            (var silent, first) = (first, false);
            return silent ? reply with { CutAfter = 30_000, FallsSilent = true } : reply;
        };

        await _scene.PullAsync(_scene.Settings(patience: TimeSpan.FromMilliseconds(400)));

        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Fact]
    public async Task PullAsync_Cancelled_LeavesWhatTheNextAttemptGoesOnFrom()
    {
        _scene.Content.Answer = request => _scene.Files.AnswerContent(request) with { CutAfter = 30_000, FallsSilent = true };
        using var stop = new CancellationTokenSource();
        using (var hub = new ModelHub(_scene.Settings()))
        {
            void StopInTheMiddle(HubProgress progress)
            {
                if (progress.DoneBytes >= 30_000)
                {
                    stop.Cancel();
                }
            }

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hub.PullAsync(HubScene.Repo, [], StopInTheMiddle, stop.Token));
        }

        Assert.False(File.Exists(Path.Combine(_scene.RepoFolder, "refs", "main")));
        Assert.Equal(30_000 - 22, new FileInfo(_scene.Blob + ".incomplete").Length, tolerance: 22);
        _scene.Content.Answer = _scene.Files.AnswerContent;
        await _scene.PullAsync();
        Assert.Equal(_scene.Model, File.ReadAllBytes(_scene.Blob));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task PullAsync_ServerErrorOnce_TriesAgain(int status)
    {
        var first = true;
        _scene.Hub.Answer = request =>
        {
            (var fails, first) = (first, false);
            return fails ? FakeReply.Error(status) : _scene.Files.Answer(request);
        };

        await _scene.PullAsync();

        Assert.Equal([TimeSpan.FromSeconds(1)], _scene.Time.Waits);
    }

    [Fact]
    public async Task PullAsync_ServerErrorAlways_EndsAfterBoundedAttempts()
    {
        _scene.Hub.Answer = _ => FakeReply.Error(500);

        Assert.Contains("answered 500; try again later", await _scene.ProblemAsync(), StringComparison.Ordinal);
        Assert.Equal(5, _scene.Hub.Requests.Count);
    }

    [Theory]
    [InlineData("Retry-After", "7")]
    [InlineData("RateLimit", "\"api\";r=0;t=7")]
    public async Task PullAsync_RateLimitedOnce_WaitsAsLongAsTheServerSays(string header, string value)
    {
        var first = true;
        _scene.Hub.Answer = request =>
        {
            (var limits, first) = (first, false);
            return limits ? new FakeReply(429, [], (header, value)) : _scene.Files.Answer(request);
        };

        await _scene.PullAsync();

        Assert.Equal([TimeSpan.FromSeconds(7)], _scene.Time.Waits);
    }

    [Fact]
    public async Task PullAsync_RateLimitedForLong_SaysHowLongInsteadOfWaiting()
    {
        _scene.Hub.Answer = _ => new FakeReply(429, [], ("Retry-After", "900"));

        var problem = await _scene.ProblemAsync();

        Assert.Contains("rate limited, wait 900 s", problem, StringComparison.Ordinal);
        Assert.Empty(_scene.Time.Waits);
    }

    [Fact]
    public async Task PullAsync_LinkToTheContentRanOut_AsksTheHubForANewOne()
    {
        var first = true;
        _scene.Content.Answer = request =>
        {
            (var expired, first) = (first, false);
            return expired ? FakeReply.Error(403) : _scene.Files.AnswerContent(request);
        };

        await _scene.PullAsync();

        Assert.Equal(2, _scene.Hub.Requests.Count(request => request.Path.EndsWith(HubScene.ModelFile, StringComparison.Ordinal)));
    }
}
