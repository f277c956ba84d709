namespace InferBench.Models.Onnx;

/// <summary>Facts about element types.</summary>
public static class OnnxElementTypes
{
    /// <summary>Bits that one element takes in raw data; null for strings and for types that this version does not know.</summary>
    public static int? BitsPerElement(this OnnxElementType type) => type switch
    {
        OnnxElementType.UInt2 or OnnxElementType.Int2 => 2,
        OnnxElementType.UInt4 or OnnxElementType.Int4 or OnnxElementType.Float4E2M1 => 4,
        OnnxElementType.UInt8 or OnnxElementType.Int8 or OnnxElementType.Bool or OnnxElementType.Float8E4M3FN or OnnxElementType.Float8E4M3FNUZ
            or OnnxElementType.Float8E5M2 or OnnxElementType.Float8E5M2FNUZ or OnnxElementType.Float8E8M0 => 8,
        OnnxElementType.UInt16 or OnnxElementType.Int16 or OnnxElementType.Float16 or OnnxElementType.BFloat16 => 16,
        OnnxElementType.Float or OnnxElementType.Int32 or OnnxElementType.UInt32 => 32,
        OnnxElementType.Double or OnnxElementType.Int64 or OnnxElementType.UInt64 or OnnxElementType.Complex64 => 64,
        OnnxElementType.Complex128 => 128,
        _ => null,
    };

    /// <summary>The field's usual short name, such as <c>fp16</c>.</summary>
    public static string ShortName(this OnnxElementType type) => type switch
    {
        OnnxElementType.Float => "fp32",
        OnnxElementType.Double => "fp64",
        OnnxElementType.Float16 => "fp16",
        OnnxElementType.BFloat16 => "bf16",
        OnnxElementType.Float8E4M3FN or OnnxElementType.Float8E4M3FNUZ or OnnxElementType.Float8E5M2 or OnnxElementType.Float8E5M2FNUZ
            or OnnxElementType.Float8E8M0 => "fp8",
        OnnxElementType.Float4E2M1 => "fp4",
        OnnxElementType.Int8 or OnnxElementType.UInt8 => "int8",
        OnnxElementType.Int4 or OnnxElementType.UInt4 => "int4",
        OnnxElementType.Int2 or OnnxElementType.UInt2 => "int2",
        _ => type.ToString().ToLowerInvariant(),
    };
}
