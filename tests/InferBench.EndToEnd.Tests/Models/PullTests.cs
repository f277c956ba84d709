using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests.Hub;

namespace InferBench.EndToEnd.Tests.Models;

public sealed class PullTests : IDisposable
{
    private const int Cut = 300_000;
    private readonly HubScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void ModelsPull_Model_CanBeCheckedAndRun()
    {
        var pulled = _scene.Person.Run(HubScene.Pull()).ExitsWith(0);

        Assert.Contains(_scene.Snapshot, pulled.Output, StringComparison.Ordinal);
        Assert.Equal(_scene.Data, File.ReadAllBytes(_scene.PulledData));
        _scene.Person.Run("models", "check", _scene.Snapshot).ExitsWith(0);
        _scene.Person.Run(Sweep.Of(_scene.Snapshot)).ExitsWith(0);
        Assert.Equal(FakeRepo.Name, RunFiles.Document(_scene.Person.OnlyRun).Models.Single().Name);
    }

    [Fact]
    public void ModelsPull_ProcessKilledInTheMiddle_NextOneGoesOnThere()
    {
        _scene.AnswerData(reply => reply with { CutAfter = Cut, FallsSilent = true });
        using (var command = _scene.Person.Start(HubScene.Pull()))
        {
            Eventually.IsTrue(() => _scene.DataOnDisk >= Cut, "a part of the weights");
            command.Kill();
            command.WaitForExit();
        }

        Assert.False(File.Exists(_scene.PulledData));
        _scene.AnswerData(null);
        _scene.Person.Run(HubScene.Pull()).ExitsWith(0);

        Assert.Equal([null, $"bytes={Cut}-"], _scene.DataRequests.Select(request => request.Header("Range")));
        Assert.Equal(_scene.Data, File.ReadAllBytes(_scene.PulledData));
    }

    [Fact]
    public void ModelsPull_OtherContentThanTheHubNames_IsRefusedAndNotKept()
    {
        _scene.AnswerData(_ => new FakeReply(200, new byte[_scene.Data.Length]));

        _scene.Person.Run(HubScene.Pull()).Complains("onnx/model.onnx.data: what arrived has not the SHA-256");

        Assert.False(File.Exists(_scene.PulledData));
        Assert.Equal(0, _scene.DataOnDisk);
    }

    [Fact]
    public void ModelsPull_OfflineWithoutACache_SaysThatItIsNotThere()
    {
        _scene.Person.Run(HubScene.Pull("--offline")).Complains("is not in the cache");

        Assert.Empty(_scene.Hub.Requests);
    }

    [Fact]
    public void ModelsPull_OfflineAfterAPull_MakesNoRequest()
    {
        _scene.Person.Run(HubScene.Pull()).ExitsWith(0);
        var requests = _scene.Hub.Requests.Count + _scene.Content.Requests.Count;

        var pulled = _scene.Person.With("HF_HUB_OFFLINE", "1").Run(HubScene.Pull()).ExitsWith(0);

        Assert.Contains(_scene.Snapshot, pulled.Output, StringComparison.Ordinal);
        Assert.Equal(requests, _scene.Hub.Requests.Count + _scene.Content.Requests.Count);
    }

    [Fact]
    public void ModelsPull_ServerGone_SaysThatItCannotBeReached()
    {
        _scene.Hub.Dispose();

        _scene.Person.Run(HubScene.Pull()).Complains("cannot be reached");
    }
}
