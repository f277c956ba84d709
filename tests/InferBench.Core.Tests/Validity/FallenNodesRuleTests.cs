using InferBench.Core.Placement;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

public sealed class FallenNodesRuleTests
{
    private static readonly NodePlacement AllOnCuda = new("test", new Dictionary<string, int> { ["CUDAExecutionProvider"] = 111, ["CPUExecutionProvider"] = 2 }, [], 2, 0);

    [Fact]
    public void Judge_ShapeNodesOnTheCpu_IsNotSaid() => Assert.Null(Judge(AllOnCuda));

    [Fact]
    public void Judge_CopiesUnknownAndNothingFell_IsNotSaid() => Assert.Null(Judge(AllOnCuda with { CopyNodes = null }));

    [Fact]
    public void Judge_AttentionOnTheCpu_IsNamedWithItsCopies()
    {
        var finding = Judge(AllOnCuda with { Fallen = [new OperatorCount("com.microsoft.GroupQueryAttention", 8)], CopyNodes = 33 })!;

        Assert.Equal(Verdict.Suspect, finding.Verdict);
        Assert.Contains("8 operators fell back to the CPU (8 com.microsoft.GroupQueryAttention), with 33 copies", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_CopiesOnly_IsSaid() => Assert.Contains("with 5 copies", Judge(AllOnCuda with { CopyNodes = 5 })!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Judge_NothingOnCuda_IsInvalid()
    {
        var finding = Judge(AllOnCuda with { NodesByProvider = new Dictionary<string, int> { ["CPUExecutionProvider"] = 113 } })!;

        Assert.Equal(Verdict.Invalid, finding.Verdict);
        Assert.Contains("no operator ran on cuda", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_OperatorsThatTensorRtLeftToCuda_AreNotSaid()
    {
        var mixed = AllOnCuda with
        {
            NodesByProvider = new Dictionary<string, int> { ["TensorrtExecutionProvider"] = 90, ["CUDAExecutionProvider"] = 21, ["CPUExecutionProvider"] = 2 },
            LeftToCuda = [new OperatorCount("com.microsoft.GroupQueryAttention", 21)],
        };

        Assert.Null(Judge(mixed, "tensorrt"));
        Assert.Contains("1 operators fell back to the CPU (1 NonZero)", Judge(mixed with { Fallen = [new OperatorCount("NonZero", 1)] }, "tensorrt")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_AllLeftToCuda_IsInvalid()
    {
        var finding = Judge(AllOnCuda, "tensorrt")!;

        Assert.Equal(Verdict.Invalid, finding.Verdict);
        Assert.Contains("no operator ran on tensorrt", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_CpuOrUnknown_IsNotSaid()
    {
        Assert.Null(Judge(AllOnCuda with { CopyNodes = 5 }, "cpu"));
        Assert.Null(Judge(null));
    }

    private static Finding? Judge(NodePlacement? placement, string provider = "cuda")
    {
        var (cell, measurement) = (Judged.Cell with { Provider = provider }, Judged.Measurement([10, 10]));
        return new FallenNodesRule().Judge(new Evidence(cell, measurement, 2, new Estimate(100, 99, 101), MeasureSettings.Defaults, placement));
    }
}
