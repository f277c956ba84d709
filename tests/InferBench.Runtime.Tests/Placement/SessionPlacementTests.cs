using InferBench.Models.Onnx;
using InferBench.Runtime.Sessions;
using InferBench.Tests;
using InferBench.Tests.Runtime.Execution;

namespace InferBench.Runtime.Tests.Placement;

public sealed class SessionPlacementTests
{
    [Fact]
    public void Load_Cpu_KnowsWhereEveryOperatorWent()
    {
        using var folder = new TempFolder();
        var path = new TinyModel().Node("Sin", ["x"], ["a"]).Node("Cos", ["a"], ["y"]).Input("x", OnnxElementType.Float, "2").Output("y", OnnxElementType.Float, "2").Write(folder);

        var model = SessionLoader.Load(path, "cpu", 1);

        using (model.Session)
        {
            Assert.Equal(new Dictionary<string, int> { ["CPUExecutionProvider"] = 2 }, model.Placement!.NodesByProvider);
            Assert.Empty(model.Placement.Fallen);
            Assert.Equal("1", model.SessionOptions["session.record_ep_graph_assignment_info"]);
        }
    }

    [Fact]
    public void IsHeard_EnvironmentOfThisProgram_ComesHere()
    {
        _ = InferenceOrt.Version;

        Assert.True(SessionLog.IsHeard);
    }

    [Theory]
    [InlineData("33 Memcpy nodes are added to the graph main for CUDAExecutionProvider. It might have negative impact on performance.", 33)]
    [InlineData("Removing initializer 'w'. It is not used by any node.", 0)]
    [InlineData("99999999999 Memcpy nodes are added to the graph", 0)]
    [InlineData(null, 0)]
    public void CopiesIn_LinesOfTheLog_CountsCopies(string? line, int expected) => Assert.Equal(expected, SessionLog.CopiesIn(line));

    [Fact]
    public void Listen_LogWhileMaking_AddsUpWhatItSays()
    {
        _ = InferenceOrt.Version;
        using var folder = new TempFolder();
        var path = new TinyModel().Node("Sin", ["x"], ["y"]).Input("x", OnnxElementType.Float, "2").Output("y", OnnxElementType.Float, "2").Write(folder);

        var (session, copies) = SessionLog.Listen(() =>
        {
            Say("2 Memcpy nodes are added to the graph main for CUDAExecutionProvider.");
            Say("3 Memcpy nodes are added to the graph sub for CUDAExecutionProvider.");
            return new Microsoft.ML.OnnxRuntime.InferenceSession(path);
        });
        Say("9 Memcpy nodes are added to the graph of somebody else.");

        session.Dispose();
        Assert.Equal(5, copies);
    }

    private static void Say(string message) => SessionLog.Write(0, Microsoft.ML.OnnxRuntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "", "", "", message);
}
