using InferBench.Core.Samples;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class PlainWorkloadTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly OperationTrace _trace = new(1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CreateWorkload_Strings_AreRunPlainly()
    {
        using var session = OneShotSession.Load(
            new TinyModel().Node("Identity", ["x"], ["y"]).Input("x", OnnxElementType.String, "1").Output("y", OnnxElementType.String, "1").Write(_folder), "cpu", 1);

        using var first = Create(session, ("x", HostTensor.OfStrings([1], ["a"])));
        using var second = Create(session, ("x", HostTensor.OfStrings([1], ["b"])));
        first.Run(_trace);
        second.Run(_trace);

        Assert.False(first.Bound);
        Assert.True(_trace.TokenTicks[0] > _trace.StartTicks);
        Assert.NotEqual(first.OutputFingerprint(), second.OutputFingerprint());
    }

    [NeedsModelsFact("odd/winml/zipmap-int64.onnx")]
    public void CreateWorkload_SequenceOfMaps_RepeatsItsOutput()
    {
        using var session = OneShotSession.Load(TestModels.Path("odd/winml/zipmap-int64.onnx"), "cpu", 1);
        using var workload = Create(session, ("X", HostTensor.OfNumbers(OnnxElementType.Float, [1, 3], [0.1, 0.2, 0.7])));
        using var other = Create(session, ("X", HostTensor.OfNumbers(OnnxElementType.Float, [1, 3], [0.1, 0.3, 0.6])));

        workload.Run(_trace);
        var first = workload.OutputFingerprint();
        workload.Rewind();
        workload.Run(_trace);
        other.Run(_trace);

        Assert.False(workload.Bound);
        Assert.Equal(first, workload.OutputFingerprint());
        Assert.NotEqual(first, other.OutputFingerprint());
    }

    [Fact]
    public void CreateWorkload_Tensors_AreBound()
    {
        using var session = OneShotSession.Load(
            new TinyModel().Node("Identity", ["x"], ["y"]).Input("x", OnnxElementType.Float, "1").Output("y", OnnxElementType.Float, "1").Write(_folder), "cpu", 1);
        using var workload = Create(session, ("x", HostTensor.OfNumbers(OnnxElementType.Float, [1], [3])));

        Assert.True(workload.Bound);
    }

    private static IOneShotWorkload Create(OneShotSession session, (string Name, HostValue Value) input)
    {
        var values = new Dictionary<string, HostValue> { [input.Name] = input.Value };
        return session.CreateWorkload(values, session.Run(values));
    }
}
