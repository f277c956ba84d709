using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>The element type of every value of a graph, from what the model declares and, where it declares nothing, from the operators.</summary>
internal sealed class ElementTypes
{
    private readonly Dictionary<string, OnnxElementType> _types = new(StringComparer.Ordinal);
    private readonly ElementTypes? _outer;

    /// <param name="graph">The graph.</param>
    /// <param name="outer">The types of the graph around it, whose values it may read.</param>
    public ElementTypes(GraphProto graph, ElementTypes? outer = null)
    {
        _outer = outer;
        foreach (var value in graph.Input.Concat(graph.Output).Concat(graph.ValueInfo))
        {
            if (value.Type?.TensorType is { } tensor && tensor.ElemType != 0)
            {
                _types[value.Name] = (OnnxElementType)tensor.ElemType;
            }
        }

        foreach (var tensor in graph.Initializer)
        {
            _types[tensor.Name] = (OnnxElementType)tensor.DataType;
        }

        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Output.Count; i++)
            {
                if (node.Output[i].Length > 0 && Infer(node, i) is { } type)
                {
                    _types.TryAdd(node.Output[i], type);
                }
            }
        }
    }

    public bool IsFloat(string name) => Of(name) == OnnxElementType.Float;

    public bool IsKnown(string name) => Of(name) is not null;

    private OnnxElementType? Infer(NodeProto node, int output) => node.OpType switch
    {
        "Equal" or "Greater" or "GreaterOrEqual" or "Less" or "LessOrEqual" or "And" or "Or" or "Not" or "Xor" or "IsNaN" or "IsInf" => OnnxElementType.Bool,
        "Shape" or "Size" or "NonZero" or "ArgMax" or "ArgMin" or "NonMaxSuppression" => OnnxElementType.Int64,
        "TopK" or "MaxPool" when output == 1 => OnnxElementType.Int64,
        "Dropout" when output == 1 => OnnxElementType.Bool,
        "Cast" => (OnnxElementType)node.Int("to", 0),
        "CastLike" or "Where" => Of(node, 1),
        "Constant" => Constant(node),
        "ConstantOfShape" => node.Attribute("value")?.T is { } value ? (OnnxElementType)value.DataType : OnnxElementType.Float,
        "DequantizeLinear" => Of(node, 1),
        "QuantizeLinear" => Of(node, 2) ?? OnnxElementType.UInt8,
        "DynamicQuantizeLinear" => output == 1 ? OnnxElementType.Float : OnnxElementType.UInt8,
        "MatMulInteger" or "ConvInteger" => OnnxElementType.Int32,
        "OneHot" or "GatherBlockQuantized" => Of(node, 2),
        "EmbedLayerNormalization" => output == 1 ? OnnxElementType.Int32 : Of(node, 2),
        "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" when output is 1 or 2 => OnnxElementType.Float,
        "LayerNormalization" or "SimplifiedLayerNormalization" when output > 0 => OnnxElementType.Float,
        "If" => Inner(node.Attribute("then_branch")?.G, output),
        "Loop" => Inner(node.Attribute("body")?.G, output + 1),
        "Scan" => Inner(node.Attribute("body")?.G, output),
        _ => node.Input.Count > 0 && (HalfOperators.ReasonToKeep(node) is null || node.IsStandard()) ? Of(node, 0) : null,
    };

    private OnnxElementType? Of(NodeProto node, int input) => Of(node.InputAt(input));

    private OnnxElementType? Of(string name) => _types.TryGetValue(name, out var type) ? type : _outer?.Of(name);

    private static OnnxElementType? Constant(NodeProto node) =>
        node.Attribute("value")?.T is { } tensor ? (OnnxElementType)tensor.DataType
        : node.Attribute("value_float") is not null || node.Attribute("value_floats") is not null ? OnnxElementType.Float
        : node.Attribute("value_int") is not null || node.Attribute("value_ints") is not null ? OnnxElementType.Int64
        : null;

    private OnnxElementType? Inner(GraphProto? graph, int output) =>
        graph is not null && output < graph.Output.Count ? new ElementTypes(graph, this).Of(graph.Output[output].Name) : null;
}
