using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>
/// 8-bit weights and activations in the form that ONNX Runtime's quantizer writes and its optimizer fuses:
/// DynamicQuantizeLinear, MatMulInteger, Cast, and a Mul by both scales. Projections of one input share its quantization.
/// </summary>
internal sealed class DynamicInt8MatMul : IMatMulWriter
{
    private readonly Dictionary<string, string[]> _quantized = [];

    public string MatMul(GraphBuilder graph, string name, string input, WeightMatrix weights, string? stored = null)
    {
        if (!_quantized.TryGetValue(input, out var activations))
        {
            activations = graph.Node(
                $"{input}/Quantize", "DynamicQuantizeLinear", "", [input], [$"{input}/quantized", $"{input}/scale", $"{input}/zero_point"]);
            _quantized.Add(input, activations);
        }

        var scales = new ChannelScales(weights);
        var matrix = graph.Weight(
            $"{weights.Name}.T.int8", OnnxElementType.Int8, new ChannelContent(weights, scales), weights.Inputs, weights.Outputs);
        var scale = graph.Weight($"{weights.Name}.scales", OnnxElementType.Float, new ChannelScaleContent(weights, scales), weights.Outputs);

        var integers = graph.Node($"{name}/MatMulInteger", "MatMulInteger", [activations[0], matrix, activations[2]]);
        var floats = graph.Node($"{name}/Cast", "Cast", [integers], Attributes.Int("to", (long)OnnxElementType.Float));
        var bothScales = graph.Node($"{name}/Scales", "Mul", [activations[1], scale]);
        return graph.Node($"{name}/Mul", "Mul", [floats, bothScales]);
    }
}
