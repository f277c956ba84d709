using InferBench.Core.Placement;
using InferBench.Runtime.Placement;

namespace InferBench.Runtime.Tests.Placement;

public sealed class PlacementSummaryTests
{
    private const string Cuda = "CUDAExecutionProvider";
    private const string TensorRt = "TensorrtExecutionProvider";
    private const string Cpu = "CPUExecutionProvider";

    [Fact]
    public void Of_FusedDecoderOnCuda_HasOnlyShapeNodesOnTheCpu()
    {
        var placement = PlacementSummary.Of("cuda", [new(Cuda, "", "MatMul"), new(Cuda, "com.microsoft", "GroupQueryAttention"), new(Cpu, "", "Gather"), new(Cpu, "", "Cast")], 0);

        Assert.Equal(new Dictionary<string, int> { [Cpu] = 2, [Cuda] = 2 }, placement.NodesByProvider);
        Assert.Empty(placement.Fallen);
        Assert.Equal(2, placement.ShapeNodesOnCpu);
        Assert.Equal(0, placement.CopyNodes);
    }

    [Fact]
    public void Of_OperatorsWithoutKernel_AreCountedByName()
    {
        var placement = PlacementSummary.Of(
            "cuda",
            [new(Cpu, "com.microsoft", "GroupQueryAttention"), new(Cpu, "com.microsoft", "GroupQueryAttention"), new(Cpu, "ai.onnx", "MatMulInteger"), new(Cpu, "", "Shape"), new(Cuda, "", "Add")],
            33);

        Assert.Equal([new OperatorCount("MatMulInteger", 1), new OperatorCount("com.microsoft.GroupQueryAttention", 2)], placement.Fallen);
        Assert.Equal(1, placement.ShapeNodesOnCpu);
        Assert.Equal(33, placement.CopyNodes);
    }

    [Fact]
    public void Of_TensorRt_CountsWhatItLeftToCudaApartFromWhatFellToTheCpu()
    {
        var placement = PlacementSummary.Of(
            "tensorrt",
            [
                new(TensorRt, "", "MatMul"), new(TensorRt, "", "MatMul"), new(TensorRt, "", "Softmax"),
                new(Cuda, "com.microsoft", "GroupQueryAttention"), new(Cuda, "com.microsoft", "MatMulNBits"), new(Cuda, "com.microsoft", "MatMulNBits"), new(Cuda, "", "Add"),
                new(Cpu, "", "Shape"), new(Cpu, "", "NonMaxSuppression"),
            ],
            1);

        Assert.Equal(new Dictionary<string, int> { [Cpu] = 2, [Cuda] = 4, [TensorRt] = 3 }, placement.NodesByProvider);
        Assert.Equal(
            [new OperatorCount("Add", 1), new OperatorCount("com.microsoft.GroupQueryAttention", 1), new OperatorCount("com.microsoft.MatMulNBits", 2)], placement.LeftToCuda);
        Assert.Equal([new OperatorCount("NonMaxSuppression", 1)], placement.Fallen);
        Assert.Equal((1, 1), (placement.ShapeNodesOnCpu, placement.CopyNodes));
    }

    [Fact]
    public void Of_Cuda_LeavesNothingToItself() => Assert.Null(PlacementSummary.Of("cuda", [new(Cuda, "", "MatMul")], 0).LeftToCuda);

    [Fact]
    public void Of_Cpu_IsAllThereByDesign()
    {
        var placement = PlacementSummary.Of("cpu", [new(Cpu, "", "MatMul"), new(Cpu, "", "Shape")], null);

        Assert.Equal(2, placement.NodesByProvider[Cpu]);
        Assert.Empty(placement.Fallen);
        Assert.Equal((0, 0), (placement.ShapeNodesOnCpu, placement.CopyNodes));
    }
}
