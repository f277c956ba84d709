namespace InferBench.Tests.Runtime.Cuda;

/// <summary>A test on a real GPU; skipped, by name and with the reason, where the CUDA provider cannot run.</summary>
public sealed class NeedsCudaFactAttribute : FactAttribute
{
    public NeedsCudaFactAttribute() => Skip = CudaHere.Missing;
}
