using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using InferBench.Models.Tensors;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>The types that logits may have, and how 16 bits of them become 32.</summary>
internal static class LogitsElements
{
    public const string Names = "Float, Float16 or BFloat16";

    public static bool IsReadable(TensorElementType? type) => type is TensorElementType.Float or TensorElementType.Float16 or TensorElementType.BFloat16;

    /// <param name="type">Float16 or BFloat16.</param>
    /// <param name="stored">Elements of that type.</param>
    /// <param name="wide">As many numbers.</param>
    public static void Widen(TensorElementType type, ReadOnlySpan<byte> stored, Span<float> wide)
    {
        if (type == TensorElementType.Float16)
        {
            TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(stored), wide);
        }
        else
        {
            BFloat16Codec.Widen(MemoryMarshal.Cast<byte, ushort>(stored), wide);
        }
    }
}
