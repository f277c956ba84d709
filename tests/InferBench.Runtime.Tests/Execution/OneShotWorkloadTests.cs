using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class OneShotWorkloadTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly OperationTrace _trace = new(1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_StateOutput_IsTheNextOperationsInput()
    {
        using var session = OneShotSession.Load(Counter(), "cpu", 1);
        using var workload = OneShotWorkload.Create(session, new Dictionary<string, HostValue> { ["x"] = Numbers(1, 2), ["state"] = Numbers(10, 20) });

        Assert.Equal("stateN", workload.States["state"]);
        Assert.Equal([11, 22], Run(workload));
        Assert.Equal([12, 24], Run(workload));
        Assert.Equal([13, 26], Run(workload));

        workload.Rewind();

        Assert.Equal([11, 22], Run(workload));
    }

    [Fact]
    public void Run_Trace_HasOneTimestampAfterTheStart()
    {
        using var session = OneShotSession.Load(Counter(), "cpu", 1);
        using var workload = OneShotWorkload.Create(session, new Dictionary<string, HostValue> { ["x"] = Numbers(1, 2), ["state"] = Numbers(0, 0) });

        workload.Run(_trace);

        Assert.Equal(1, _trace.Generated);
        Assert.True(_trace.TokenTicks[0] > _trace.StartTicks);
    }

    [Fact]
    public void Run_AfterTheFirst_AllocatesNothing()
    {
        using var session = OneShotSession.Load(Counter(), "cpu", 1);
        using var workload = OneShotWorkload.Create(session, new Dictionary<string, HostValue> { ["x"] = Numbers(1, 2), ["state"] = Numbers(0, 0) });
        workload.Run(_trace);
        workload.Run(_trace);

        var before = GC.GetAllocatedBytesForCurrentThread();
        workload.Run(_trace);
        workload.Run(_trace);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void OutputFingerprint_RewoundOperations_IsTheSameAndOfOthersIsNot()
    {
        using var session = OneShotSession.Load(Counter(), "cpu", 1);
        using var workload = OneShotWorkload.Create(session, new Dictionary<string, HostValue> { ["x"] = Numbers(1, 2), ["state"] = Numbers(10, 20) });

        workload.Run(_trace);
        var first = workload.OutputFingerprint();
        workload.Run(_trace);
        var second = workload.OutputFingerprint();
        workload.Rewind();
        workload.Run(_trace);

        Assert.Equal(first, workload.OutputFingerprint());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Create_Strings_AreRefused()
    {
        var model = new TinyModel().Node("Identity", ["x"], ["y"]).Input("x", OnnxElementType.String, "1").Output("y", OnnxElementType.String, "1").Write(_folder);
        using var session = OneShotSession.Load(model, "cpu", 1);

        var problem = Assert.Throws<BadInputException>(
            () => OneShotWorkload.Create(session, new Dictionary<string, HostValue> { ["x"] = HostTensor.OfStrings([1], ["a"]) }));

        Assert.Contains("x: a string[1] cannot be bound", problem.Message, StringComparison.Ordinal);
    }

    [NeedsModelsTheory("silero-vad")]
    [InlineData("silero-vad", "sequence=512", "output", 1)]
    [InlineData("ultraface", null, "boxes", 0)]
    [InlineData("tiny-bert", null, "logits", 0)]
    [InlineData("babyllama/genai-fp32", null, "logits", 0)]
    [InlineData("mobilenetv2-int8", null, "scores", 0)]
    public void Run_RealModel_ReturnsWhatAPlainRunDoes(string model, string? dim, string output, int states)
    {
        using var session = OneShotSession.Load(InferBench.Models.ModelFolder.Resolve(TestModels.Path(model)), "cpu", 1);
        var inputs = new InputSynthesis(session.Inputs, session.Outline, dim is null ? [] : [dim], []).Make();
        using var workload = OneShotWorkload.Create(session, inputs);

        workload.Run(_trace);

        Assert.Equal(states, workload.States.Count);
        Assert.True(ValueComparison.Identical(session.Run(inputs).Find(output)!, workload.Output(output)));
    }

    /// <summary>y = stateN = x + state.</summary>
    private string Counter() => new TinyModel()
        .Node("Add", ["x", "state"], ["y"])
        .Node("Identity", ["y"], ["stateN"])
        .Input("x", OnnxElementType.Float, "2").Input("state", OnnxElementType.Float, "2")
        .Output("y", OnnxElementType.Float, "2").Output("stateN", OnnxElementType.Float, "2")
        .Write(_folder);

    private static HostTensor Numbers(params double[] values) => HostTensor.OfNumbers(OnnxElementType.Float, [values.Length], values);

    private double[] Run(OneShotWorkload workload)
    {
        workload.Run(_trace);
        var output = workload.Output("y");
        return [output.NumberAt(0), output.NumberAt(1)];
    }
}
