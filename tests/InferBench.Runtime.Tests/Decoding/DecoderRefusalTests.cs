using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;
using static InferBench.Tests.Runtime.Decoding.DecoderSignature;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>What cannot be driven is refused with one line that names it.</summary>
public sealed class DecoderRefusalTests
{
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

    [Fact]
    public void Read_UnknownInputs_NamesThem()
    {
        var error = Error(
            [Ids, Mask, new("cache_position", TensorElementType.Int64, [null]), new("inputs_embeds", TensorElementType.Float, [null, null, 64]), Past(0, "key")],
            [Logits, Present(0, "key")]);

        Assert.Equal("model.onnx: inputs cache_position, inputs_embeds: not known how to feed", error);
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

    [Theory]
    [InlineData(TensorElementType.Double)]
    [InlineData(TensorElementType.UInt16)]
    public void Read_LogitsThatCannotBeRead_SaysWhatIsNeeded(TensorElementType type)
    {
        var error = Error([Ids, Mask, Past(0, "key")], [Logits with { Type = type }, Present(0, "key")]);

        Assert.Equal($"model.onnx: logits are {type}; Float, Float16 or BFloat16 is needed", error);
    }

    [Fact]
    public void Read_PastWithoutPresent_NamesThePair()
    {
        Assert.Equal("model.onnx: input past_key_values.0.key has no output present.0.key", Error([Ids, Mask, Past(0, "key")], [Logits]));
    }

    [Fact]
    public void Read_StateOfOtherOrOpenShape_NamesBoth()
    {
        GraphValue changing = new("past_conv.0", TensorElementType.Float, [null, 64, 3]);
        GraphValue open = new("past_ssm.0", TensorElementType.Float, [null, null, 3]);

        var lines = Error(
            [Ids, changing, open],
            [Logits, changing with { Name = "present_conv.0", Dims = [null, 64, 4] }, open with { Name = "present_ssm.0" }]).Split(Environment.NewLine);

        Assert.Equal(
            [
                "model.onnx: past_conv.0 is [?, 64, 3] and present_conv.0 is [?, 64, 4]; a state keeps its shape",
                "model.onnx: past_ssm.0 is [?, ?, 3]; a state needs every size but the batch fixed",
            ],
            lines);
    }

    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "mask", "model.onnx: input attention_mask is [?, 1, ?, ?]; [batch, length] is needed" },
        { "positions", "model.onnx: input position_ids is [4, ?, ?]; [batch, length] or [3, batch, length] is needed" },
        { "ids", "model.onnx: input_ids has a fixed length of 64; a free one is needed" },
        { "branch", "model.onnx: input use_cache_branch is Int64 [1]; Bool [1] is needed" },
        { "cache", "model.onnx: past_key_values.0.key is [?, ?, 64]; [batch, heads, length, size] or [2, batch, heads, length, size] is needed" },
        { "static", "model.onnx: past_key_values.0.key has a fixed length of 512; a free one is needed" },
        {
            "with-past",
            "model.onnx: input_ids takes 1 token at a time: the pass over the prompt is in another file, decoder_model.onnx; "
            + "use the merged file of the same export (decoder_model_merged.onnx), or export again as one model.onnx"
        },
        {
            "without-past",
            "model.onnx: gives a cache (present.0.key) and takes none: the steps after the prompt are in another file, decoder_with_past_model.onnx; "
            + "use the merged file of the same export (decoder_model_merged.onnx), or export again as one model.onnx"
        },
        { "no-cache", "model.onnx: not a decoder with a KV cache: no inputs past_key_values.N.key and .value" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatCannotBeDriven_IsRefusedInOneLine(string form, string expected)
    {
        GraphValue[] inputs = form switch
        {
            "mask" => [Ids, Mask with { Dims = [null, 1, null, null] }, Past(0, "key")],
            "positions" => [Ids, new("position_ids", TensorElementType.Int64, [4, null, null]), Past(0, "key")],
            "ids" => [Ids with { Dims = [1, 64] }, Past(0, "key")],
            "branch" => [Ids, new("use_cache_branch", TensorElementType.Int64, [1]), Past(0, "key")],
            "cache" => [Ids, Past(0, "key") with { Dims = [null, null, 64] }],
            "static" => [Ids, Past(0, "key") with { Dims = [null, 2, 512, 16] }],
            "with-past" => [Ids with { Dims = [null, 1] }, Mask, Past(0, "key")],
            _ => [Ids, Mask],
        };

        Assert.Equal(expected, Error(inputs, form == "no-cache" ? [Logits] : [Logits, Present(0, "key")]));
    }
}
