using InferBench.Models.Configs;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;
using static InferBench.Tests.Runtime.Decoding.DecoderSignature;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class DecoderLayoutReaderTests
{
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

    [Theory]
    [InlineData(TensorElementType.Float)]
    [InlineData(TensorElementType.Float16)]
    [InlineData(TensorElementType.BFloat16)]
    public void Read_LogitsAndCacheOfAnyFloat_AreInThatType(TensorElementType type)
    {
        var layout = Read([Ids, Mask, Past(0, "key") with { Type = type }], [Logits with { Type = type }, Present(0, "key") with { Type = type }]);

        Assert.Equal((type, type), (layout.LogitsType, layout.CacheType));
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
            groupQueryAttention: ["k_0_in"]);

        Assert.Equal("tokens", layout.InputIds.Name);
        Assert.Equal("scores", layout.Logits);
        Assert.Equal(new CacheTensor("k_0_in", "k_0_out", 2, 16), Assert.Single(layout.Cache));
        Assert.Equal(CacheMode.Shared, layout.CacheMode);
    }

    [Fact]
    public void Read_GroupQueryAttentionOnSomeLayers_GrowsThemAll()
    {
        var layout = Read(
            [Ids, Mask, Past(0, "key"), Past(0, "value"), Past(1, "key"), Past(1, "value")],
            [Logits, Present(0, "key"), Present(0, "value"), Present(1, "key"), Present(1, "value")],
            groupQueryAttention: ["past_key_values.0.key", "past_key_values.0.value"]);

        Assert.Equal(CacheMode.Growing, layout.CacheMode);
    }

    [Fact]
    public void Read_OtherHeadsOnEachLayer_KeepsThem()
    {
        var layout = Read(
            [Ids, Mask, Past(0, "key"), Past(4, "key") with { Dims = [null, 8, null, 32] }],
            [Logits, Present(0, "key"), Present(4, "key")]);

        Assert.Equal([(2, 16), (8, 32)], layout.Cache.Select(t => (t.Heads, t.HeadSize)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Read_StackedPasts_AreOneTensorForKeysAndValues(int? two)
    {
        var layout = Read(
            [Ids, new("past_0", TensorElementType.Float16, [two, null, 4, null, 8])],
            [Logits, new("present_0", TensorElementType.Float16, [two, null, 4, null, 8])]);

        Assert.Equal(new CacheTensor("past_0", "present_0", 4, 8, Stacked: true), Assert.Single(layout.Cache));
        Assert.Equal([2, 3, 4, 7, 8], layout.Cache[0].Shape(3, 7));
        Assert.Null(layout.AttentionMask);
    }

    [Fact]
    public void Read_MergedDecoder_FindsItsSwitch()
    {
        var layout = Read(
            [Ids, Mask, new("use_cache_branch", TensorElementType.Bool, [1]), Past(0, "key")], [Logits, Present(0, "key")]);

        Assert.Equal("use_cache_branch", layout.UseCacheBranch);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(null)]
    public void Read_PositionsOfThreePlanes_AreFedAsThree(int? planes)
    {
        var layout = Read(
            [Ids, Mask, new("position_ids", TensorElementType.Int64, [planes, null, null]), Past(0, "key")], [Logits, Present(0, "key")]);

        Assert.Equal(3, layout.PositionPlanes);
    }

    [Fact]
    public void Read_FixedBatch_IsTheOnlyOne()
    {
        Assert.Equal(1, Read([Ids with { Dims = [1, null] }, Past(0, "key")], [Logits, Present(0, "key")]).FixedBatch);
    }

    [Theory]
    [InlineData("past_conv.3", "present_conv.3")]
    [InlineData("past_ssm.0", "present_ssm.0")]
    [InlineData("past_recurrent.12", "present_recurrent.12")]
    [InlineData("past_ssm_states.1", "present_ssm_states.1")]
    [InlineData("past_key_values.2.conv_state", "present.2.conv_state")]
    [InlineData("past_key_values.2.recurrent_state", "present.2.recurrent_state")]
    public void Read_StatesBesideACache_ArePairedByName(string past, string present)
    {
        var layout = Read(
            [Ids, Mask, Past(0, "key"), new(past, TensorElementType.Float16, [null, 64, 3])],
            [Logits, Present(0, "key"), new(present, TensorElementType.Float16, [null, 64, 3])]);

        var state = Assert.Single(layout.States);
        Assert.Equal((past, present, TensorElementType.Float16), (state.Past, state.Present, state.Type));
        Assert.Equal([5, 64, 3], state.Shape(5));
        Assert.Equal(CacheMode.Growing, layout.CacheMode);
    }

    [Fact]
    public void Read_StatesAlone_NeedNoCache()
    {
        GraphValue state = new("past_ssm.0", TensorElementType.Float, [null, 4, 3]);

        Assert.Equal(CacheMode.Fixed, Read([Ids, state], [Logits, state with { Name = "present_ssm.0" }]).CacheMode);
    }
}
