using InferBench.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Execution;

/// <summary>Reads what a session declares, with shapes from the file: the session shows a tensor of any shape as a scalar.</summary>
internal static class DeclaredValues
{
    public static IReadOnlyList<DeclaredValue> Of(
        IReadOnlyList<string> names, IReadOnlyDictionary<string, NodeMetadata> metadata, IReadOnlyList<OnnxValue> outline)
    {
        var declared = outline.DistinctBy(v => v.Name, StringComparer.Ordinal).ToDictionary(v => v.Name, StringComparer.Ordinal);
        return [.. names.Select(name => new DeclaredValue(name, TypeOf(metadata[name], declared.GetValueOrDefault(name)?.Dims)))];
    }

    /// <summary>What a file declares, before any session loads it: of sequences and maps only that they are such.</summary>
    public static IReadOnlyList<DeclaredValue> Of(IReadOnlyList<OnnxValue> outline) =>
    [
        .. outline.Select(value => new DeclaredValue(value.Name, value.Kind switch
        {
            "tensor" => new ValueType(ValueKind.Tensor, value.ElementType, value.Dims),
            "sequence" => new ValueType(ValueKind.Sequence),
            "map" => new ValueType(ValueKind.Map),
            _ => new ValueType(ValueKind.Unsupported, Unsupported: value.Kind),
        })),
    ];

    private static ValueType TypeOf(NodeMetadata node, IReadOnlyList<OnnxDim>? dims) => node.OnnxValueType switch
    {
        OnnxValueType.ONNX_TYPE_TENSOR => new ValueType(ValueKind.Tensor, (OnnxElementType)node.ElementDataType, dims),
        OnnxValueType.ONNX_TYPE_SEQUENCE => new ValueType(ValueKind.Sequence, Element: TypeOf(node.AsSequenceMetadata().ElementMeta, null)),
        OnnxValueType.ONNX_TYPE_MAP when node.AsMapMetadata() is var map => new ValueType(
            ValueKind.Map, KeyType: (OnnxElementType)map.KeyDataType, Element: TypeOf(map.ValueMetadata, null)),
        OnnxValueType.ONNX_TYPE_SPARSETENSOR => new ValueType(ValueKind.Unsupported, Unsupported: "sparse tensor"),
        OnnxValueType.ONNX_TYPE_OPTIONAL => new ValueType(ValueKind.Unsupported, Unsupported: "optional"),
        _ => new ValueType(ValueKind.Unsupported, Unsupported: "unknown kind of value"),
    };
}
