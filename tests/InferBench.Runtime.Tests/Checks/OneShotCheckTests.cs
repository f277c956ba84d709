using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Execution;
using ValueType = InferBench.Runtime.Execution.ValueType;

namespace InferBench.Tests.Runtime.Checks;

public sealed class OneShotCheckTests
{
    [Fact]
    public void Problem_WhatIsDeclared_IsNone() => Assert.Null(Check(4, [4, 10]));

    [Theory]
    [InlineData(4, new long[] { 4, 11 }, "y is float32[4x11] where float32[batchx10] is declared")]
    [InlineData(4, new long[] { 10 }, "y is float32[10] where float32[batchx10] is declared")]
    [InlineData(4, new long[] { 1, 10 }, "y is float32[1x10] where float32[batchx10] is declared and the batch is 4")]
    public void Problem_AnotherShape_IsSaid(int batch, long[] dims, string problem) => Assert.Equal(problem, Check(batch, dims));

    private static string? Check(int batch, long[] dims)
    {
        DeclaredValue[] inputs = [new("x", new ValueType(ValueKind.Tensor, OnnxElementType.Float, [new OnnxDim(null, "batch"), new OnnxDim(3, null)]))];
        DeclaredValue[] outputs = [new("y", new ValueType(ValueKind.Tensor, OnnxElementType.Float, [new OnnxDim(null, "batch"), new OnnxDim(10, null)]))];
        var value = HostTensor.OfNumbers(OnnxElementType.Float, dims, new double[dims.Aggregate(1L, (product, dim) => product * dim)]);
        return OneShotCheck.Problem(outputs, OneShotAxes.Of(inputs, outputs), new RunResult([new("y", value)]), batch);
    }
}
