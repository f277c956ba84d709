using System.Globalization;

namespace InferBench.Models.Tests.Hub;

public sealed class HostileListingTests : IDisposable
{
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

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
