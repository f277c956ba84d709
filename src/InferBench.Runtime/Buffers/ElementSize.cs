using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Buffers;

internal static class ElementSize
{
    public static int Of(TensorElementType type) => type switch
    {
        TensorElementType.Float16 or TensorElementType.BFloat16 or TensorElementType.Int16 => 2,
        TensorElementType.Float or TensorElementType.Int32 => 4,
        TensorElementType.Double or TensorElementType.Int64 => 8,
        TensorElementType.Int8 or TensorElementType.UInt8 or TensorElementType.Bool => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an element type of decoder inputs or outputs."),
    };

    /// <exception cref="OverflowException">The tensor is larger than any memory.</exception>
    public static long Bytes(TensorElementType type, params ReadOnlySpan<long> shape)
    {
        long bytes = Of(type);
        foreach (var dim in shape)
        {
            bytes = checked(bytes * dim);
        }

        return bytes;
    }
}
