using InferBench.Models.Onnx;
using InferBench.Models.Precision;

namespace InferBench.Models.Quantization;

/// <summary>Stores 8-bit weights per channel, [K, N], once for all projections that share them.</summary>
internal sealed class ChannelWeights(ModelEdit edit)
{
    private readonly Dictionary<(string Name, bool OutputsFirst, int Inputs), (string Matrix, string Scales)> _stored = [];

    /// <summary>The names of the integers and of their scales, which have the weight's float type.</summary>
    public (string Matrix, string Scales) Store(Projection projection)
    {
        var key = (projection.Weight.Name, projection.OutputsFirst, projection.Inputs);
        if (!_stored.TryGetValue(key, out var names))
        {
            var values = edit.Values(projection);
            var type = (OnnxElementType)projection.Weight.Tensor.DataType == OnnxElementType.Float16 ? ActivationType.Fp16 : ActivationType.Fp32;
            var scales = new ChannelScales(values, type);
            names = (
                edit.Weight($"{projection.Weight.Name}.int8", OnnxElementType.Int8, new ChannelContent(values, scales), projection.Inputs, projection.Outputs),
                edit.Weight($"{projection.Weight.Name}.scales", type.ElementType(), new ChannelScaleContent(values, scales, type), projection.Outputs));
            _stored.Add(key, names);
        }

        return names;
    }
}
