using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>ONNX Runtime's MatMulNBits with symmetric blocks. Accuracy level 4 lets CPUs multiply 8-bit integers; other providers ignore it.</summary>
internal sealed class BlockMatMul(WeightPrecision precision) : IMatMulWriter
{
    public string MatMul(GraphBuilder graph, string name, string input, WeightMatrix weights, string? stored = null)
    {
        var content = new BlockContent(weights, precision);
        var packed = graph.Weight(
            $"{weights.Name}.int{precision.Bits}", OnnxElementType.UInt8, content, weights.Outputs, content.Blocks, content.BlockBytes);
        var scales = graph.Weight(
            $"{weights.Name}.scales", precision.Activations.ElementType(), new BlockScaleContent(weights, precision),
            (long)weights.Outputs * content.Blocks);
        return graph.Node(
            $"{name}/MatMulNBits", "MatMulNBits", "com.microsoft", [input, packed, scales],
            Attributes.Int("K", weights.Inputs), Attributes.Int("N", weights.Outputs), Attributes.Int("bits", precision.Bits),
            Attributes.Int("block_size", precision.BlockSize), Attributes.Int("accuracy_level", 4));
    }
}
