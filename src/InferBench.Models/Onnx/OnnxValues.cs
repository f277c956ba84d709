namespace InferBench.Models.Onnx;

/// <summary>Turns the format's description of an input or output into ours.</summary>
internal static class OnnxValues
{
    public static OnnxValue From(ValueInfoProto info) => info.Type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => Tensor(info.Name, info.Type.TensorType, "tensor"),
        TypeProto.ValueOneofCase.SparseTensorType => Tensor(info.Name, info.Type.SparseTensorType, "sparse tensor"),
        TypeProto.ValueOneofCase.SequenceType => new OnnxValue(info.Name, null, null, "sequence"),
        TypeProto.ValueOneofCase.MapType => new OnnxValue(info.Name, null, null, "map"),
        TypeProto.ValueOneofCase.OptionalType => new OnnxValue(info.Name, null, null, "optional"),
        _ => new OnnxValue(info.Name, null, null, "unknown"),
    };

    private static OnnxValue Tensor(string name, TypeProto.Types.Tensor tensor, string kind) =>
        new(name, (OnnxElementType)tensor.ElemType, tensor.Shape is null ? null : [.. tensor.Shape.Dim.Select(Dim)], kind);

    // Some exporters write -1 for a size that is decided at run time.
    private static OnnxDim Dim(TensorShapeProto.Types.Dimension dim) => dim.ValueCase switch
    {
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue when dim.DimValue >= 0 => new OnnxDim(dim.DimValue, null),
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimParam when dim.DimParam.Length > 0 => new OnnxDim(null, dim.DimParam),
        _ => new OnnxDim(null, null),
    };
}
