using System.Runtime.InteropServices;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Models.Precision;

/// <summary>What an activation type means in bytes.</summary>
internal static class ActivationTypes
{
    public static int Bytes(this ActivationType type) => type == ActivationType.Fp32 ? 4 : 2;

    public static OnnxElementType ElementType(this ActivationType type) => type switch
    {
        ActivationType.Fp16 => OnnxElementType.Float16,
        ActivationType.Bf16 => OnnxElementType.BFloat16,
        _ => OnnxElementType.Float,
    };

    /// <summary>The number as the type holds it.</summary>
    public static float Round(this ActivationType type, float value) => type switch
    {
        ActivationType.Fp16 => (float)(Half)value,
        ActivationType.Bf16 => BFloat16Codec.Widen(BFloat16Codec.Narrow(value)),
        _ => value,
    };

    /// <summary>Stores <paramref name="values"/> in the type, little-endian.</summary>
    public static void Write(this ActivationType type, ReadOnlySpan<float> values, Span<byte> destination)
    {
        switch (type)
        {
            case ActivationType.Fp16:
                var halves = MemoryMarshal.Cast<byte, Half>(destination);
                for (var i = 0; i < values.Length; i++)
                {
                    halves[i] = (Half)values[i];
                }

                break;
            case ActivationType.Bf16:
                var bits = MemoryMarshal.Cast<byte, ushort>(destination);
                for (var i = 0; i < values.Length; i++)
                {
                    bits[i] = BFloat16Codec.Narrow(values[i]);
                }

                break;
            default:
                MemoryMarshal.AsBytes(values).CopyTo(destination);
                break;
        }
    }
}
