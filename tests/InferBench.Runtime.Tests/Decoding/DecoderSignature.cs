using InferBench.Core.Errors;
using InferBench.Models.Configs;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>Inputs and outputs that decoders have in common, and the reader over them.</summary>
internal static class DecoderSignature
{
    public static readonly GraphValue Ids = new("input_ids", TensorElementType.Int64, [null, null]);
    public static readonly GraphValue Mask = new("attention_mask", TensorElementType.Int64, [null, null]);
    public static readonly GraphValue Logits = new("logits", TensorElementType.Float, [null, null, 100]);
    public static readonly DecoderConfig Config = new(null, 100, 64, null, null, null, 3, 8, null, null, null, null, null);

    public static DecoderLayout Read(
        GraphValue[] inputs, GraphValue[] outputs, DecoderConfig? config = null, string[]? groupQueryAttention = null) =>
        new DecoderLayoutReader("model.onnx", inputs, outputs, new DecoderHints((groupQueryAttention ?? []).ToHashSet(), false, config ?? Config)).Read();

    public static string Error(GraphValue[] inputs, GraphValue[] outputs) => Error(inputs, outputs, Config);

    public static string Error(GraphValue[] inputs, GraphValue[] outputs, DecoderConfig? config) =>
        Assert.Throws<BadInputException>(
            () => new DecoderLayoutReader("model.onnx", inputs, outputs, new DecoderHints(new HashSet<string>(), false, config)).Read()).Message;

    public static GraphValue Past(int layer, string which) => new($"past_key_values.{layer}.{which}", TensorElementType.Float, [null, 2, null, 16]);

    public static GraphValue Present(int layer, string which) => new($"present.{layer}.{which}", TensorElementType.Float, [null, 2, null, 16]);
}
