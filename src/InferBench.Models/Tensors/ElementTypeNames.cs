using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>Names of the element types that tensors on the host may have, as NumPy and the ONNX tools write them.</summary>
public static class ElementTypeNames
{
    private static readonly Dictionary<OnnxElementType, string> Names = new()
    {
        [OnnxElementType.Float] = "float32",
        [OnnxElementType.Double] = "float64",
        [OnnxElementType.Float16] = "float16",
        [OnnxElementType.BFloat16] = "bfloat16",
        [OnnxElementType.Int8] = "int8",
        [OnnxElementType.UInt8] = "uint8",
        [OnnxElementType.Int16] = "int16",
        [OnnxElementType.UInt16] = "uint16",
        [OnnxElementType.Int32] = "int32",
        [OnnxElementType.UInt32] = "uint32",
        [OnnxElementType.Int64] = "int64",
        [OnnxElementType.UInt64] = "uint64",
        [OnnxElementType.Bool] = "bool",
        [OnnxElementType.String] = "string",
    };

    private static readonly Dictionary<string, OnnxElementType> Types = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>Whether values of this type can be fed and compared; fp8, int4 and complex numbers cannot.</summary>
    public static bool IsOnHost(this OnnxElementType type) => Names.ContainsKey(type);

    public static bool IsFloating(this OnnxElementType type) =>
        type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16 or OnnxElementType.BFloat16;

    /// <summary>The name, such as <c>float32</c>; for types that cannot be on the host, the format's own word.</summary>
    public static string Name(this OnnxElementType type) => Names.GetValueOrDefault(type) ?? type.ToString().ToLowerInvariant();

    /// <summary>The type of that name; null where nothing goes by it.</summary>
    public static OnnxElementType? Parse(string name) => Types.TryGetValue(name, out var type) ? type : null;
}
