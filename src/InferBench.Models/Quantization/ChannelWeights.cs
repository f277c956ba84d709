using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Stores 8-bit weights per channel once for all projections that share them.</summary>
internal sealed class ChannelWeights(ModelEdit edit)
{
    private readonly Dictionary<(string Name, bool OutputsFirst, int Inputs), (string Matrix, string Scales)> _stored = [];

    /// <summary>
    /// The names of the integers, [K, N], and of their scales, which have the weight's float type. A weight that is stored as [N, K] stays so:
    /// turning a large table round on disk takes minutes, while ONNX Runtime folds the Transpose that <paramref name="nodes"/> gets when it loads the model.
    /// </summary>
    public (string Matrix, string Scales) Store(Projection projection, List<NodeProto> nodes)
    {
        var key = (projection.Weight.Name, projection.OutputsFirst, projection.Inputs);
        if (!_stored.TryGetValue(key, out var names))
        {
            var values = edit.Values(projection);
            var type = (OnnxElementType)projection.Weight.Tensor.DataType == OnnxElementType.Float16 ? ActivationType.Fp16 : ActivationType.Fp32;
            var scales = new ChannelScales(values, type);
            var name = $"{projection.Weight.Name}.int8";
            names = (
                projection.OutputsFirst
                    ? edit.Weight(name, OnnxElementType.Int8, new RowContent(values, scales), projection.Outputs, projection.Inputs)
                    : edit.Weight(name, OnnxElementType.Int8, new ChannelContent(values, scales), projection.Inputs, projection.Outputs),
                edit.Weight($"{projection.Weight.Name}.scales", type.ElementType(), new ChannelScaleContent(values, scales, type), projection.Outputs));
            _stored.Add(key, names);
        }

        if (!projection.OutputsFirst)
        {
            return names;
        }

        var turned = edit.Unique($"{projection.Node.Label()}/weight/turned");
        nodes.Add(Nodes.Create(edit.Unique($"{turned}/Transpose"), "Transpose", [names.Matrix], [turned], Attributes.Ints("perm", 1, 0)));
        return (turned, names.Scales);
    }
}
