namespace InferBench.Tests.Runtime.Cuda;

/// <inheritdoc cref="NeedsCudaFactAttribute"/>
public sealed class NeedsCudaTheoryAttribute : TheoryAttribute
{
    public NeedsCudaTheoryAttribute() => Skip = CudaHere.Missing;
}
