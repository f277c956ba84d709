using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>A convolution's or recurrence's state of one layer: a step takes it and gives it back in the same shape, at any length.</summary>
/// <param name="Past">Input's name.</param>
/// <param name="Present">Output's name.</param>
/// <param name="Type">Float, Float16 or BFloat16.</param>
/// <param name="Dims">Dimensions after the batch.</param>
public sealed record StateTensor(string Past, string Present, TensorElementType Type, IReadOnlyList<int> Dims)
{
    internal long[] Shape(int batch) => [batch, .. Dims];
}
