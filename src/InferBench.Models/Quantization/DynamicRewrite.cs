using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Projections as DynamicQuantizeLinear, MatMulInteger, Cast and Mul, the form that ONNX Runtime fuses. One input is quantized once.</summary>
internal sealed class DynamicRewrite(ModelEdit edit, ChannelWeights weights) : IProjectionRewrite
{
    private const long FirstOpset = 11;
    private readonly Dictionary<string, string[]> _activations = new(StringComparer.Ordinal);

    public string? Refuses(Projection projection) =>
        edit.Opset < FirstOpset ? throw new QuantizationException(FormattableString.Invariant(
            $"{edit.File}: uses ai.onnx {edit.Opset}; int8-dyn-chan needs {FirstOpset} or later: convert the model, or use an int8-rtn or int4 scheme"))
        : (OnnxElementType)projection.Weight.Tensor.DataType == OnnxElementType.Float16 ? "16-bit floats have no dynamic quantization"
        : null;

    public void EnterGraph() => _activations.Clear();

    public IEnumerable<NodeProto> Rewrite(Projection projection)
    {
        List<NodeProto> nodes = [];
        var name = projection.Node.Label();
        var input = projection.Node.Input[0];
        if (!_activations.TryGetValue(input, out var quantized))
        {
            quantized = [edit.Unique($"{input}/quantized"), edit.Unique($"{input}/scale"), edit.Unique($"{input}/zero_point")];
            _activations.Add(input, quantized);
            nodes.Add(Nodes.Create(edit.Unique($"{input}/Quantize"), "DynamicQuantizeLinear", [input], quantized));
        }

        var (matrix, scales) = weights.Store(projection, nodes);
        var integers = edit.Unique($"{name}/integers");
        var floats = edit.Unique($"{name}/floats");
        var bothScales = edit.Unique($"{name}/scales");
        var product = projection.Bias.Length > 0 ? edit.Unique($"{name}/product") : projection.Node.Output[0];
        nodes.Add(Nodes.Create(edit.Unique($"{name}/MatMulInteger"), "MatMulInteger", [quantized[0], matrix, quantized[2]], [integers]));
        nodes.Add(Nodes.Create(edit.Unique($"{name}/Cast"), "Cast", [integers], [floats], Attributes.Int("to", (long)OnnxElementType.Float)));
        nodes.Add(Nodes.Create(edit.Unique($"{name}/Scales"), "Mul", [quantized[1], scales], [bothScales]));
        nodes.Add(Nodes.Create(edit.Unique($"{name}/Mul"), "Mul", [floats, bothScales], [product]));
        if (projection.Bias.Length > 0)
        {
            nodes.Add(Nodes.Create(edit.Unique($"{name}/Add"), "Add", [product, projection.Bias], [projection.Node.Output[0]]));
        }

        return nodes;
    }
}
