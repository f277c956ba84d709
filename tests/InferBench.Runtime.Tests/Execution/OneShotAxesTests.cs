using InferBench.Models.Onnx;
using InferBench.Runtime.Execution;
using ValueType = InferBench.Runtime.Execution.ValueType;

namespace InferBench.Tests.Runtime.Execution;

public sealed class OneShotAxesTests
{
    [Fact]
    public void Of_SymbolsCalledBatch_AreTheBatchWhereverTheyStand()
    {
        var axes = Axes([Tensor("input", "batch_size", "time"), Tensor("state", "2", "batch_size", "128"), Tensor("sr")], [Tensor("y", "batch_size", "1")]);

        Assert.Equal(["batch_size"], axes.BatchNames);
        Assert.Null(axes.FixedBatch);
        Assert.False(axes.OpenSequence);
        Assert.Equal(4, axes.BatchIn(Tensor("state", "2", "batch_size", "128"), [2, 4, 128]));
    }

    [Theory]
    [InlineData("N", "N")]
    [InlineData("?", "?")]
    public void Of_OpenFirstDimensionThatAllShare_IsTheBatch(string first, string second) =>
        Assert.Null(Axes([Tensor("a", first, "13"), Tensor("b", second, "3", "8", "8")], []).FixedBatch);

    [Theory]
    [InlineData("N", "M")]
    [InlineData("N", "1")]
    [InlineData("sequence", "sequence")]
    [InlineData("frames", "frames")]
    public void Of_FirstDimensionsThatDifferOrAreNoBatch_FixTheBatchAtOne(string first, string second) =>
        Assert.Equal(1, Axes([Tensor("a", first, "13"), Tensor("b", second, "13")], []).FixedBatch);

    [Fact]
    public void Of_FixedFirstDimensionOfInputsAndOutputs_IsTheBatch() =>
        Assert.Equal(4, Axes([Tensor("image", "4", "3", "8", "8")], [Tensor("scores", "4", "10")]).FixedBatch);

    [Theory]
    [InlineData(new[] { "3", "224", "224" }, new[] { "1000" })]
    [InlineData(new[] { "16000" }, new[] { "16000" })]
    [InlineData(new[] { "1", "28" }, new[] { "1", "10" })]
    public void Of_FixedFirstDimensionOfOneItem_IsNoBatch(string[] input, string[] output) =>
        Assert.Equal(1, Axes([Tensor("x", input)], [Tensor("y", output)]).FixedBatch);

    [Fact]
    public void Of_InputOfAnyShapeOrAMap_FixesTheBatchAtOne()
    {
        Assert.Equal(1, Axes([new DeclaredValue("x", new ValueType(ValueKind.Tensor, OnnxElementType.Float))], []).FixedBatch);
        Assert.Equal(1, Axes([new DeclaredValue("x", new ValueType(ValueKind.Map))], []).FixedBatch);
    }

    [Fact]
    public void Of_Expression_IsNoBatch() => Assert.Equal(1, Axes([Tensor("x", "1", "batch_size*num_heads")], []).FixedBatch);

    [Theory]
    [InlineData("sequence_length")]
    [InlineData("s1")]
    [InlineData("?")]
    public void Of_IdsOfOpenLength_AreAnEncoders(string length)
    {
        var ids = new DeclaredValue("input_ids", Tensor("input_ids", "batch", length).Type with { ElementType = OnnxElementType.Int64 });
        var axes = Axes([ids], []);

        Assert.True(axes.OpenSequence);
        Assert.Equal(length == "?" ? [] : [length], axes.SequenceNames);
        Assert.Equal((2, 16), (axes.BatchIn(ids, [2, 16]), axes.SequenceIn(ids, [2, 16])));
    }

    [Fact]
    public void Of_SoundOfOpenLength_IsNoEncoders() => Assert.False(Axes([Tensor("audio", "batch", "sequence")], []).OpenSequence);

    private static OneShotAxes Axes(DeclaredValue[] inputs, DeclaredValue[] outputs) => OneShotAxes.Of(inputs, outputs);

    /// <param name="dims">Numbers are fixed, a question mark has no name, everything else is a symbol.</param>
    private static DeclaredValue Tensor(string name, params string[] dims) => new(
        name,
        new ValueType(ValueKind.Tensor, OnnxElementType.Float, [.. dims.Select(dim => long.TryParse(dim, out var size) ? new OnnxDim(size, null) : new OnnxDim(null, dim == "?" ? null : dim))]));
}
