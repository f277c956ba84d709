using InferBench.Models.Onnx;

namespace InferBench.Runtime.Execution;

/// <summary>Whether a model computes in less than fp32, so that its outputs carry that much less.</summary>
public static class ReducedPrecision
{
    private static readonly string[] Operators =
    [
        "QuantizeLinear", "DequantizeLinear", "DynamicQuantize", "MatMulInteger", "ConvInteger", "MatMulNBits", "MatMulBnb4", "MatMulFpQ4",
        "GatherBlockQuantized", "QLinear", "QGemm", "QAttention", "QMoE", "QEmbed", "QOrdered",
    ];

    public static bool Of(OnnxModel model) =>
        model.Graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).Concat(model.Functions.SelectMany(f => f.Nodes))
            .Any(node => Operators.Any(name => node.OpType.StartsWith(name, StringComparison.Ordinal)))
        || model.Tensors().Any(t => t.ElementType is OnnxElementType.Float16 or OnnxElementType.BFloat16);
}
