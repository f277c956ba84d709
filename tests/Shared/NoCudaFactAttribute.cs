using System.Runtime.InteropServices;

namespace InferBench.Tests;

/// <summary>A test of a machine without a GPU; skipped, by name, where there is a driver.</summary>
public sealed class NoCudaFactAttribute : FactAttribute
{
    public NoCudaFactAttribute()
    {
        if (NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out _))
        {
            Skip = "this machine has an NVIDIA driver";
        }
    }
}
