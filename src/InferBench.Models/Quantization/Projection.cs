using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>A MatMul or Gemm with a constant weight that can be quantized.</summary>
/// <param name="Node">The operator.</param>
/// <param name="Weight">Its weight as stored.</param>
/// <param name="Inputs">K.</param>
/// <param name="Outputs">N.</param>
/// <param name="OutputsFirst">Whether the weight is stored as [N, K].</param>
/// <param name="Bias">Gemm's addend; empty where there is none.</param>
internal sealed record Projection(NodeProto Node, ConstantMatrix Weight, int Inputs, int Outputs, bool OutputsFirst, string Bias)
{
    /// <summary>The projection that a MatMul or Gemm is; null with the reason where it cannot be quantized.</summary>
    public static Projection? Of(NodeProto node, GraphIndex index, out string reason)
    {
        if (ConstantMatrix.Find(index, node.InputAt(1), out reason) is not { } weight)
        {
            if (index.Constant(node.InputAt(0)) is not null)
            {
                reason = "its weight is the left operand";
            }

            return null;
        }

        if ((OnnxElementType)weight.Tensor.DataType is not (OnnxElementType.Float or OnnxElementType.Float16))
        {
            reason = $"its weight is {((OnnxElementType)weight.Tensor.DataType).ShortName()}";
            return null;
        }

        var transposed = weight.Transposed;
        if (node.Is("Gemm"))
        {
            var hasBias = node.InputAt(2).Length > 0;
            if (node.Int("transA", 0) != 0 || node.Float("alpha", 1) != 1 || (hasBias && node.Float("beta", 1) != 1))
            {
                reason = "Gemm with transA, alpha or beta";
                return null;
            }

            transposed ^= node.Int("transB", 0) != 0;
        }

        return new Projection(
            node, weight, transposed ? weight.Columns : weight.Rows, transposed ? weight.Rows : weight.Columns, transposed,
            node.Is("Gemm") ? node.InputAt(2) : "");
    }
}
