namespace InferBench.Models.Tensors;

/// <summary>What a tensor should be: its shape, its first elements or all of them, and figures over the rest.</summary>
/// <param name="Dims">Shape.</param>
/// <param name="First">Its first elements in row-major order, as a vector of the tensor's own type.</param>
/// <param name="Figures">Figures over all elements; null where <paramref name="First"/> holds all.</param>
public sealed record ReferenceTensor(IReadOnlyList<long> Dims, HostTensor First, ReferenceFigures? Figures) : ReferenceValue
{
    public static ReferenceTensor Of(HostTensor tensor) => new(tensor.Dims, tensor.Reshape([tensor.ElementCount]), null);
}
