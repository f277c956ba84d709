using System.Collections.Frozen;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Which operators compute in 16 bits, and why others do not.</summary>
/// <remarks>
/// Softmax and the normalization operators are converted: their kernels accumulate in 32 bits by themselves. The same normalization written out
/// of single operators is not, since its squares overflow 65,504 from an activation of 256 on.
/// </remarks>
internal static class HalfOperators
{
    private static readonly FrozenSet<string> Standard = new[]
    {
        "Abs", "Add", "And", "ArgMax", "ArgMin", "Attention", "AveragePool", "BatchNormalization", "Cast", "Ceil", "Celu", "Clip", "Concat", "Constant",
        "ConstantOfShape", "Conv", "ConvTranspose", "DepthToSpace", "Div", "Dropout", "Einsum", "Elu", "Equal", "Erf", "Expand", "Flatten", "Floor", "GRU",
        "Gather", "GatherElements", "GatherND", "Gelu", "Gemm", "GlobalAveragePool", "GlobalMaxPool", "Greater", "GreaterOrEqual", "GroupNormalization",
        "HardSigmoid", "HardSwish", "Identity", "InstanceNormalization", "IsNaN", "LRN", "LSTM", "LayerNormalization", "LeakyRelu", "Less", "LessOrEqual",
        "LogSoftmax", "MatMul", "Max", "MaxPool", "Mean", "Min", "Mish", "Mul", "Neg", "NonZero", "Not", "Or", "PRelu", "Pad", "RMSNormalization", "RNN",
        "ReduceMax", "ReduceMin", "Relu", "Reshape", "RotaryEmbedding", "Round", "ScatterElements", "ScatterND", "Selu", "Shape", "Sigmoid", "Sign",
        "SimplifiedLayerNormalization", "Size", "Slice", "Softmax", "Softsign", "SpaceToDepth", "Split", "Squeeze", "Sub", "Sum", "Tanh", "Tile",
        "Transpose", "Trilu", "Unsqueeze", "Where", "Xor",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Microsoft = new[]
    {
        "Attention", "BiasGelu", "EmbedLayerNormalization", "FastGelu", "FusedConv", "FusedGemm", "FusedMatMul", "GatherBlockQuantized", "Gelu",
        "GroupQueryAttention", "MatMulNBits", "MultiHeadAttention", "QuickGelu", "RotaryEmbedding", "SimplifiedLayerNormalization",
        "SkipLayerNormalization", "SkipSimplifiedLayerNormalization",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Kept = new Dictionary<string, string>
    {
        ["Pow"] = "powers overflow",
        ["Exp"] = "powers overflow",
        ["ReduceMean"] = "long sums lose digits",
        ["ReduceSum"] = "long sums lose digits",
        ["ReduceSumSquare"] = "powers overflow",
        ["ReduceL2"] = "powers overflow",
        ["ReduceProd"] = "powers overflow",
        ["CumSum"] = "long sums lose digits",
        ["LpNormalization"] = "powers overflow",
        ["Sqrt"] = "its input may be below the smallest 16-bit number",
        ["Reciprocal"] = "its result may be beyond the largest 16-bit number",
        ["Log"] = "its input may be below the smallest 16-bit number",
        ["Sin"] = "angles need more digits",
        ["Cos"] = "angles need more digits",
        ["Range"] = "has no 16-bit form",
        ["Resize"] = "its sizes are 32-bit",
        ["Upsample"] = "its sizes are 32-bit",
        ["QuantizeLinear"] = "works on 32-bit scales",
        ["DequantizeLinear"] = "works on 32-bit scales",
        ["DynamicQuantizeLinear"] = "has no 16-bit form",
        ["NonMaxSuppression"] = "has no 16-bit form",
        ["If"] = "its graphs stay as they are",
        ["Loop"] = "its graphs stay as they are",
        ["Scan"] = "its graphs stay as they are",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why an operator stays in 32 bits; null when it does not.</summary>
    public static string? ReasonToKeep(NodeProto node) =>
        node.Attribute.Any(a => a.G is not null || a.Graphs.Count > 0) ? "its graphs stay as they are"
        : node.IsStandard() && Standard.Contains(node.OpType) ? null
        : node.Domain == "com.microsoft" && Microsoft.Contains(node.OpType) ? null
        : node.IsStandard() && Kept.TryGetValue(node.OpType, out var reason) ? reason
        : "is not known to have a 16-bit form";
}
