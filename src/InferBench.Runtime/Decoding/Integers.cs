using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Writes to host memory of int64 or int32 elements.</summary>
internal static unsafe class Integers
{
    public static void Write(TensorElementType type, nint block, long index, int value)
    {
        if (type == TensorElementType.Int64)
        {
            ((long*)block)[index] = value;
        }
        else
        {
            ((int*)block)[index] = value;
        }
    }
}
