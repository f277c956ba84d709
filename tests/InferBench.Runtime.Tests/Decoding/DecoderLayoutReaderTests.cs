using InferBench.Core.Errors;
using InferBench.Models.Configs;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class DecoderLayoutReaderTests
{
    private static readonly GraphValue Ids = new("input_ids", TensorElementType.Int64, [null, null]);
    private static readonly GraphValue Mask = new("attention_mask", TensorElementType.Int64, [null, null]);
    private static readonly GraphValue Logits = new("logits", TensorElementType.Float, [null, null, 100]);
    private static readonly DecoderConfig Config = new(null, 100, 64, null, null, null, 3, 8, null, null, null, null, null);

    [Fact]
    public void Read_OptimumNames_FindsEverything()
    {
        var layout = Read(
            [Ids with { Type = TensorElementType.Int32 }, Mask, new("position_ids", TensorElementType.Int64, [null, null]), Past(0, "key"), Past(0, "value")],
            [Logits, Present(0, "key"), Present(0, "value")]);

        Assert.Equal(new IdsInput("input_ids", TensorElementType.Int32), layout.InputIds);
        Assert.Equal("position_ids", layout.PositionIds!.Name);
        Assert.Null(layout.LogitsToKeep);
        Assert.Equal(CacheMode.Growing, layout.CacheMode);
        Assert.Equal(100, layout.Vocabulary);
        Assert.Equal(64, layout.ContextLength);
        Assert.Equal(
            [new CacheTensor("past_key_values.0.key", "present.0.key", 2, 16), new CacheTensor("past_key_values.0.value", "present.0.value", 2, 16)],
            layout.Cache);
    }

    [Fact]
    public void Read_LayersWithGapsAndTwoDigits_AreInOrder()
    {
        int[] layers = [10, 2, 0];

        var layout = Read(
            [Ids, Mask, .. layers.SelectMany(l => new[] { Past(l, "value"), Past(l, "key") })],
            [Logits, .. layers.SelectMany(l => new[] { Present(l, "key"), Present(l, "value") })]);

        Assert.Equal(
            ["present.0.key", "present.0.value", "present.2.key", "present.2.value", "present.10.key", "present.10.value"],
            layout.Cache.Select(t => t.Present));
    }

    [Fact]
    public void Read_FreeDimensions_ComeFromTheConfiguration()
    {
        var layout = Read(
            [Ids, Mask, Past(0, "key") with { Dims = [null, null, null, null] }],
            [Logits with { Dims = [null, null, null] }, Present(0, "key") with { Dims = [null, null, null, null] }]);

        Assert.Equal((3, 8), (layout.Cache[0].Heads, layout.Cache[0].HeadSize));
        Assert.Equal(100, layout.Vocabulary);
    }

    [Fact]
    public void Read_FreeDimensionsAndNoConfiguration_AreNamedTogether()
    {
        var error = Error(
            [Ids, Mask, Past(0, "key") with { Dims = [null, null, null, null] }],
            [Logits with { Dims = [null, null, null] }, Present(0, "key") with { Dims = [null, null, null, null] }],
            config: null);

        Assert.Equal(2, error.Split(Environment.NewLine).Length);
        Assert.Contains("vocab_size", error, StringComparison.Ordinal);
        Assert.Contains("heads or size", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Read_LogitsToKeep_IsFedInItsRank(int rank, bool scalar)
    {
        var keep = new GraphValue("num_logits_to_keep", TensorElementType.Int64, [.. Enumerable.Repeat<int?>(1, rank)]);

        var layout = Read([Ids, Mask, keep, Past(0, "key")], [Logits, Present(0, "key")]);

        Assert.Equal("num_logits_to_keep", layout.LogitsToKeep!.Name);
        Assert.Equal(scalar, layout.LogitsToKeepIsScalar);
        Assert.Equal(1, layout.LogitsLength(7));
    }

    [Fact]
    public void Read_PrunedHead_HasOneRowOfLogits()
    {
        var layout = Read([Ids, Mask, Past(0, "key")], [Logits with { Dims = [null, 1, 100] }, Present(0, "key")]);

        Assert.True(layout.LastLogitsOnly);
        Assert.Equal(1, layout.LogitsLength(7));
    }

    [Fact]
    public void Read_NamesOfGenAiConfig_AreFollowed()
    {
        var names = new GenAiNames(null, null, "tokens", null, null, "k_%d_in", "v_%d_in", null, "scores", "k_%d_out", "v_%d_out", null);

        var layout = Read(
            [Ids with { Name = "tokens" }, Mask, Past(0, "key") with { Name = "k_0_in" }],
            [Logits with { Name = "scores" }, Present(0, "key") with { Name = "k_0_out" }],
            Config with { GenAi = names },
            groupQueryAttention: true);

        Assert.Equal("tokens", layout.InputIds.Name);
        Assert.Equal("scores", layout.Logits);
        Assert.Equal(new CacheTensor("k_0_in", "k_0_out", 2, 16), Assert.Single(layout.Cache));
        Assert.Equal(CacheMode.Shared, layout.CacheMode);
    }

    [Fact]
    public void Read_UnknownInputs_NamesThem()
    {
        var error = Error(
            [Ids, Mask, new("use_cache_branch", TensorElementType.Bool, [1]), new("inputs_embeds", TensorElementType.Float, [null, null, 64]), Past(0, "key")],
            [Logits, Present(0, "key")]);

        Assert.Equal("model.onnx: inputs use_cache_branch, inputs_embeds: not known how to feed", error);
    }

    [Theory]
    [InlineData(TensorElementType.Int8)]
    [InlineData(TensorElementType.UInt8)]
    public void Read_QuantizedCache_SaysWhatIsNeeded(TensorElementType type)
    {
        var error = Error([Ids, Mask, Past(0, "key") with { Type = type }], [Logits, Present(0, "key") with { Type = type }]);

        Assert.Contains($"is {type}", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PastWithoutPresent_NamesThePair()
    {
        Assert.Equal("model.onnx: input past_key_values.0.key has no output present.0.key", Error([Ids, Mask, Past(0, "key")], [Logits]));
    }

    private static DecoderLayout Read(
        GraphValue[] inputs, GraphValue[] outputs, DecoderConfig? config = null, bool groupQueryAttention = false) =>
        new DecoderLayoutReader("model.onnx", inputs, outputs, new DecoderHints(groupQueryAttention, false, config ?? Config)).Read();

    private static string Error(GraphValue[] inputs, GraphValue[] outputs) => Error(inputs, outputs, Config);

    private static string Error(GraphValue[] inputs, GraphValue[] outputs, DecoderConfig? config) =>
        Assert.Throws<BadInputException>(
            () => new DecoderLayoutReader("model.onnx", inputs, outputs, new DecoderHints(false, false, config)).Read()).Message;

    private static GraphValue Past(int layer, string which) => new($"past_key_values.{layer}.{which}", TensorElementType.Float, [null, 2, null, 16]);

    private static GraphValue Present(int layer, string which) => new($"present.{layer}.{which}", TensorElementType.Float, [null, 2, null, 16]);
}
