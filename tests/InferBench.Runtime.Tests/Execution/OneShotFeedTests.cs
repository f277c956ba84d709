using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class OneShotFeedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Make_BatchAndLength_FillTheOpenDimensions()
    {
        var (values, source) = Feed(Encoder()).Make(4, 16);

        Assert.Equal("input_ids=int64[4x16], scale=float32[4x3x224]", InputSynthesis.Describe(values));
        Assert.Equal(InputSource.MadeUp, source);
    }

    [Fact]
    public void Make_DimsAndInputs_CountBeforeWhatIsUsual()
    {
        var feed = Feed(Encoder(), ["scale=:const,v=7"], ["width=5"]);

        var scale = (HostTensor)feed.Make(2, 8).Values["scale"];

        Assert.Equal([2, 3, 5], scale.Dims);
        Assert.Equal(7, scale.NumberAt(0));
    }

    [Fact]
    public void AskedBatch_ShapeOfAnOverride_FixesIt()
    {
        var feed = Feed(Encoder(), ["input_ids=3x9"]);

        Assert.Equal((3, 9), (feed.AskedBatch, feed.AskedSequence));
        Assert.Equal("input_ids=int64[3x9], scale=float32[3x3x224]", InputSynthesis.Describe(feed.Make(3, 9).Values));
    }

    [Theory]
    [InlineData(new[] { "nosuch=1" }, new string[0], "--input nosuch=1: there is no such input; there are input_ids, scale")]
    [InlineData(new[] { "input_ids=3x9", "scale=2x3x2" }, new string[0], "--input: the batch is 3 and 2; it must be one number from 1 on")]
    [InlineData(new[] { "input_ids=0x9" }, new string[0], "--input: the batch is 0; it must be one number from 1 on")]
    [InlineData(new string[0], new[] { "nosuch=2" }, "--dim nosuch=2: no input has the open dimension \"nosuch\"; there are batch, sequence, width")]
    [InlineData(new string[0], new[] { "batch=2" }, "--dim batch: that is the batch; write --batch 2")]
    [InlineData(new string[0], new[] { "sequence=9" }, "--dim sequence: that is the sequence length; write --prompt 9")]
    public void Create_WhatDoesNotFit_IsRefusedInOneLine(string[] inputs, string[] dims, string problem)
    {
        var refusal = Assert.Throws<BadInputException>(() => Feed(Encoder(), inputs, dims));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Make_ShapeThatTheModelDoesNotTake_IsRefused()
    {
        var problem = Assert.Throws<BadInputException>(() => Feed(Encoder(), ["scale=1x4x2"]).Make(1, 8));

        Assert.Equal("model.onnx: input scale: float32[1x4x2] where float32[batchx3xwidth] is declared", problem.Message);
    }

    [Fact]
    public void InputBytes_AreThoseOfTheTensors() => Assert.Equal((4 * 16 * 8) + (4 * 3 * 2 * 4), Feed(Encoder(), [], ["width=2"]).InputBytes(4, 16));

    [Fact]
    public void InputBytes_AShapeBeyondAnyMemory_AreNotComputedWithAnOverflow() =>
        Assert.True(Feed(Encoder(), [], ["width=9000000000000000000"]).InputBytes(1, 8) >= 0);

    [NeedsModelsFact("mnist/model.onnx")]
    public void Make_ModelWithTestData_FeedsIt()
    {
        var feed = Feed(TestModels.Path("mnist/model.onnx"));

        var (values, source) = feed.Make(1, null);

        Assert.Equal(InputSource.TestData, source);
        Assert.Equal(TensorFileReader.Read(TestModels.Path("mnist/test_data_set_0/input_0.pb")).Value.Bytes, ((HostTensor)values["Input3"]).Bytes);
        Assert.Matches("^[0-9a-f]{64}$", feed.TestDataSha256(1, null));
    }

    [NeedsModelsFact("mobilenetv2-int8/model.onnx")]
    public void Make_AnotherBatchThanTheTestDatas_IsMadeUp()
    {
        var feed = Feed(TestModels.Path("mobilenetv2-int8/model.onnx"));

        Assert.Equal((true, false), (feed.HasTestData(1, null), feed.HasTestData(2, null)));
        Assert.Equal(InputSource.MadeUp, feed.Make(2, null).Source);
        Assert.Null(feed.TestDataSha256(2, null));
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Make_Override_TakesThePlaceOfTestData() => Assert.Equal(InputSource.MadeUp, Feed(TestModels.Path("mnist/model.onnx"), ["Input3=:ones"]).Make(1, null).Source);

    private static OneShotFeed Feed(string model, string[]? inputs = null, string[]? dims = null) => OneShotFeed.Of(OnnxModelReader.Read(model), inputs ?? [], dims ?? []);

    /// <summary>Ids of open length, and a tensor with one more open dimension.</summary>
    private string Encoder() => new TinyModel()
        .Node("Identity", ["scale"], ["y"])
        .Node("Identity", ["input_ids"], ["ids"])
        .Input("input_ids", OnnxElementType.Int64, "batch", "sequence").Input("scale", OnnxElementType.Float, "batch", "3", "width")
        .Output("y", OnnxElementType.Float, "batch", "3", "width").Output("ids", OnnxElementType.Int64, "batch", "sequence")
        .Write(_folder);
}
