using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>ONNX Runtime's MatMulNBits with symmetric blocks. Accuracy level 4 lets CPUs multiply 8-bit integers; other providers ignore it.</summary>
internal sealed class BlockMatMul(WeightPrecision precision) : IMatMulWriter
{
    private readonly BlockFormat _format =
        new(precision.Bits, precision.BlockSize, precision.Activations, new SymmetricFit(precision.Bits, precision.Activations));

    public string MatMul(GraphBuilder graph, string name, string input, WeightMatrix weights, string? stored = null)
    {
        var matrix = new BlockMatrix(weights, _format);
        var packed = graph.Weight(
            $"{weights.Name}.int{precision.Bits}", OnnxElementType.UInt8, matrix.Integers, weights.Outputs, matrix.Blocks, _format.BlockBytes);
        var scales = graph.Weight(
            $"{weights.Name}.scales", precision.Activations.ElementType(), matrix.Scales, (long)weights.Outputs * matrix.Blocks);
        return graph.Node(
            $"{name}/MatMulNBits", "MatMulNBits", "com.microsoft", [input, packed, scales],
            Attributes.Int("K", weights.Inputs), Attributes.Int("N", weights.Outputs), Attributes.Int("bits", precision.Bits),
            Attributes.Int("block_size", precision.BlockSize), Attributes.Int("accuracy_level", 4));
    }
}
