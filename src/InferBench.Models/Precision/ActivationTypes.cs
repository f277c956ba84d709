using System.Runtime.InteropServices;
using InferBench.Models.Onnx;

namespace InferBench.Models.Precision;

/// <summary>What an activation type means in bytes.</summary>
internal static class ActivationTypes
{
    public static int Bytes(this ActivationType type) => type == ActivationType.Fp16 ? 2 : 4;

    public static OnnxElementType ElementType(this ActivationType type) => type == ActivationType.Fp16 ? OnnxElementType.Float16 : OnnxElementType.Float;

    /// <summary>The number as the type holds it.</summary>
    public static float Round(this ActivationType type, float value) => type == ActivationType.Fp16 ? (float)(Half)value : value;

    /// <summary>Stores <paramref name="values"/> in the type, little-endian.</summary>
    public static void Write(this ActivationType type, ReadOnlySpan<float> values, Span<byte> destination)
    {
        if (type == ActivationType.Fp32)
        {
            MemoryMarshal.AsBytes(values).CopyTo(destination);
            return;
        }

        var halves = MemoryMarshal.Cast<byte, Half>(destination);
        for (var i = 0; i < values.Length; i++)
        {
            halves[i] = (Half)values[i];
        }
    }
}
