using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Projections as MatMulNBits. Projections that share a weight share its quantized form.</summary>
internal sealed class BlockRewrite(ModelEdit edit, QuantizationOptions options, ErrorBook errors) : IProjectionRewrite
{
    private readonly Dictionary<(string Name, bool OutputsFirst, int Inputs), string[]> _weights = [];

    public string? Refuses(Projection projection) => null;

    public void EnterGraph()
    {
    }

    public IEnumerable<NodeProto> Rewrite(Projection projection)
    {
        edit.RequireMicrosoftDomain();
        var scheme = options.Scheme;
        var key = (projection.Weight.Name, projection.OutputsFirst, projection.Inputs);
        if (!_weights.TryGetValue(key, out var weights))
        {
            _weights.Add(key, weights = Store(projection));
        }

        var name = projection.Node.Label();
        var output = projection.Node.Output[0];
        var product = projection.Bias.Length > 0 ? edit.Unique($"{name}/product") : output;
        yield return Nodes.Microsoft(
            edit.Unique($"{name}/MatMulNBits"), "MatMulNBits", [projection.Node.Input[0], .. weights], [product],
            Attributes.Int("K", projection.Inputs), Attributes.Int("N", projection.Outputs), Attributes.Int("bits", scheme.Bits),
            Attributes.Int("block_size", scheme.BlockSize), Attributes.Int("accuracy_level", options.AccuracyLevel));
        if (projection.Bias.Length > 0)
        {
            yield return Nodes.Create(edit.Unique($"{name}/Add"), "Add", [product, projection.Bias], [output]);
        }
    }

    private string[] Store(Projection projection)
    {
        var scheme = options.Scheme;
        var activations = (OnnxElementType)projection.Weight.Tensor.DataType == OnnxElementType.Float16 ? ActivationType.Fp16 : ActivationType.Fp32;
        var format = new BlockFormat(scheme.Bits, scheme.BlockSize, activations, BlockFits.For(scheme, activations));
        var name = projection.Weight.Name;
        var matrix = new BlockMatrix(edit.Values(projection), format, errors.Open(name, projection.Outputs));
        List<string> stored =
        [
            edit.Weight($"{name}.int{scheme.Bits}", OnnxElementType.UInt8, matrix.Integers, projection.Outputs, matrix.Blocks, format.BlockBytes),
            edit.Weight($"{name}.scales", activations.ElementType(), matrix.Scales, (long)projection.Outputs * matrix.Blocks),
        ];
        if (matrix.ZeroPoints is { } zeroPoints)
        {
            stored.Add(edit.Weight($"{name}.zero_points", OnnxElementType.UInt8, zeroPoints, (long)zeroPoints.Rows * zeroPoints.RowBytes));
        }

        return [.. stored];
    }
}
