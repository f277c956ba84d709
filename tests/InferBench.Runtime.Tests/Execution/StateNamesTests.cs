using InferBench.Models.Onnx;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class StateNamesTests
{
    [Theory]
    [InlineData("past_key_values.0.key", "present.0.key")]
    [InlineData("past_key_values.0.key", "present_key_values.0.key")]
    [InlineData("past_3", "present_3")]
    [InlineData("state", "stateN")]
    [InlineData("h0", "hn")]
    [InlineData("h", "hn")]
    [InlineData("cache_in", "cache_out")]
    [InlineData("cache", "new_cache")]
    public void Match_NamesOfExporters_AreKnown(string input, string output) =>
        Assert.Equal(output, StateNames.Match(Value(input, OnnxElementType.Float), [Value("logits", OnnxElementType.Float), Value(output, OnnxElementType.Float)])?.Name);

    [Fact]
    public void Match_AnotherTypeOrRank_IsNoState()
    {
        Assert.Null(StateNames.Match(Value("state", OnnxElementType.Float), [Value("stateN", OnnxElementType.Float16)]));
        Assert.Null(StateNames.Match(
            Value("state", OnnxElementType.Float), [new DeclaredValue("stateN", new InferBench.Runtime.Execution.ValueType(ValueKind.Tensor, OnnxElementType.Float, []))]));
        Assert.Null(StateNames.Match(Value("image", OnnxElementType.Float), [Value("scores", OnnxElementType.Float)]));
    }

    private static DeclaredValue Value(string name, OnnxElementType type) =>
        new(name, new InferBench.Runtime.Execution.ValueType(ValueKind.Tensor, type, [new OnnxDim(2, null)]));
}
