using InferBench.Core.Errors;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class ModelCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(OnnxElementType.Float)]
    [InlineData(OnnxElementType.Double)]
    [InlineData(OnnxElementType.Float16)]
    [InlineData(OnnxElementType.BFloat16)]
    [InlineData(OnnxElementType.Int8)]
    [InlineData(OnnxElementType.UInt16)]
    [InlineData(OnnxElementType.UInt64)]
    [InlineData(OnnxElementType.Bool)]
    [InlineData(OnnxElementType.String)]
    public void Run_EveryElementType_GoesInAndOut(OnnxElementType type)
    {
        var model = Identity(type, ["batch", "3"], ["batch", "3"]);
        var reference = _folder.Write("r.json", $$"""
            {"spec":[{"name":"x","type":"{{type.Name()}}","dims":[2,3],"fill":"ones"}],
             "outputs":[{"name":"y","type":"{{type.Name()}}","dims":[2,3],"n":6,"first":[{{(type == OnnxElementType.String ? "\"1\"" : "1")}}]}]}
            """);

        Assert.True(ModelCheck.Run(new CheckRequest(model)).Agrees);
        Assert.True(ModelCheck.Run(new CheckRequest(model, Reference: reference)).Agrees);
    }

    [Theory]
    [InlineData(new[] { "2", "4" }, "float32[1x3] where float32[2x4] is declared")]
    [InlineData(new[] { "3" }, "float32[1x3] where float32[3] is declared")]
    public void Run_OutputThatIsNotAsDeclared_IsReported(string[] declared, string expected)
    {
        var output = Assert.Single(ModelCheck.Run(new CheckRequest(Identity(OnnxElementType.Float, ["n", "m"], declared), Dims: ["m=3"])).Runs[0].Outputs);

        Assert.False(output.Agrees);
        Assert.Equal(expected, output.Problem);
    }

    [Fact]
    public void Run_NoDeclaredShape_TakesAScalarOrWhatIsAsked()
    {
        var model = Identity(OnnxElementType.Float, null, null);

        Assert.Equal("x=float32[scalar]", ModelCheck.Run(new CheckRequest(model)).Runs[0].Inputs);
        Assert.Equal("x=float32[2x0]", ModelCheck.Run(new CheckRequest(model, Inputs: ["x=2x0:ones"])).Runs[0].Inputs);
    }

    [Theory]
    [InlineData("x=1x2", null, "float32[1x2] where float32[nx3] is declared")]
    [InlineData("y=1", null, "there is no such input; there are x")]
    [InlineData("x=", null, "write NAME=SHAPE:FILL")]
    [InlineData("x=1xa", null, "write NAME=SHAPE:FILL")]
    [InlineData("x=-1", null, "write NAME=SHAPE:FILL")]
    [InlineData("x=:random", null, "fill \"random\" is not known")]
    [InlineData("x=9000000000x3", null, "impossible, or has more than 1 GiB")]
    [InlineData(null, "k=1", "no input has the open dimension \"k\"; there are n")]
    [InlineData(null, "n=x", "write NAME=NUMBER")]
    [InlineData(null, "n=999999999999", "impossible, or has more than 1 GiB")]
    public void Run_OverrideThatCannotBe_SaysWhy(string? input, string? dim, string expected)
    {
        var request = new CheckRequest(
            Identity(OnnxElementType.Float, ["n", "3"], ["n", "3"]), Inputs: input is null ? null : [input], Dims: dim is null ? null : [dim]);

        Assert.Contains(expected, Assert.ThrowsAny<BadInputException>(() => ModelCheck.Run(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NonDeterministicModel_IsReported()
    {
        var model = new TinyModel().Node("RandomNormalLike", ["x"], ["y"]).Input("x", OnnxElementType.Float, "8").Output("y", OnnxElementType.Float, "8").Write(_folder);

        Assert.Equal(
            "two runs on the same inputs returned different values", Assert.Single(ModelCheck.Run(new CheckRequest(model)).Runs[0].Outputs).Problem);
    }

    [Fact]
    public void Run_ReferenceAndOverrides_AreRefusedTogether() => Assert.Contains(
        "leave out --input and --dim",
        Assert.Throws<BadInputException>(() => ModelCheck.Run(new CheckRequest("x", Reference: "r.json", Dims: ["n=1"]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Run_TestDataOfTheWrongSize_NamesTheFile()
    {
        var model = Identity(OnnxElementType.Float, ["3"], ["3"]);

        // dims 4, float, 12 bytes of raw data.
        _folder.Write("test_data_set_0/input_0.pb", "\u0008\u0004\u0010\u0001J\u000c            ");

        Assert.Contains(
            "input_0.pb: holds 12 bytes, but float32[4] needs 16",
            Assert.ThrowsAny<BadInputException>(() => ModelCheck.Run(new CheckRequest(model))).Message,
            StringComparison.Ordinal);
    }

    private string Identity(OnnxElementType type, string[]? input, string[]? output) =>
        new TinyModel().Node("Identity", ["x"], ["y"]).Input("x", type, input).Output("y", type, output).Write(_folder);
}
