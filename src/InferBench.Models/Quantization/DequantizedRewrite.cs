using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Projections whose weights are 8-bit integers that DequantizeLinear turns back: the product itself stays as it is.</summary>
internal sealed class DequantizedRewrite(ModelEdit edit, ChannelWeights weights) : IProjectionRewrite
{
    // Before, ai.onnx has no scale per channel (13) or no 16-bit scale (19); ONNX Runtime's own operator has both.
    private const long FirstOpset = 13;
    private const long FirstHalfOpset = 19;

    public string? Refuses(Projection projection) => null;

    public void EnterGraph()
    {
    }

    public IEnumerable<NodeProto> Rewrite(Projection projection)
    {
        var node = projection.Node;
        List<NodeProto> nodes = [];
        var (matrix, scales) = weights.Store(projection, nodes);
        var floats = edit.Unique($"{node.Label()}/weight");
        var dequantize = Nodes.Create(
            edit.Unique($"{node.Label()}/DequantizeLinear"), "DequantizeLinear", [matrix, scales], [floats], Attributes.Int("axis", 1));
        var isHalf = (OnnxElementType)projection.Weight.Tensor.DataType == OnnxElementType.Float16;
        if (edit.Opset < (isHalf ? FirstHalfOpset : FirstOpset))
        {
            edit.RequireMicrosoftDomain();
            dequantize.Domain = "com.microsoft";
        }

        var product = node.Clone();
        product.Input[1] = floats;
        if (product.Attribute("transB") is { } transposed)
        {
            transposed.I = 0;
        }

        return [.. nodes, dequantize, product];
    }
}
