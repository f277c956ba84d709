using System.Runtime.InteropServices;

namespace InferBench.Runtime.Providers;

/// <summary>What the CUDA provider of ONNX Runtime 1.29 links against (CUDA 13), in the order in which a person would install it.</summary>
internal static class CudaLibraries
{
    private static readonly string PathVariable = OperatingSystem.IsWindows() ? "PATH" : "LD_LIBRARY_PATH";

    private static readonly string Rid = OperatingSystem.IsWindows() ? "win-x64" : "linux-x64";

    private static readonly string ToolkitMend = $"install the CUDA 13 libraries and put their folder on {PathVariable}";

    private static readonly string CudnnMend = $"install cuDNN 9 for CUDA 13 and put its folder on {PathVariable}";

    public static string ProviderLibrary { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";

    public static IReadOnlyList<CudaLibrary> All { get; } =
    [
        new(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", "install the NVIDIA driver, version 580 or newer", true),
        new(OperatingSystem.IsWindows() ? "cudart64_13.dll" : "libcudart.so.13", ToolkitMend, true),
        new(OperatingSystem.IsWindows() ? "cublas64_13.dll" : "libcublas.so.13", ToolkitMend, true),
        new(OperatingSystem.IsWindows() ? "cublasLt64_13.dll" : "libcublasLt.so.13", ToolkitMend, true),
        new(OperatingSystem.IsWindows() ? "curand64_10.dll" : "libcurand.so.10", ToolkitMend, true),
        new(OperatingSystem.IsWindows() ? "cufft64_12.dll" : "libcufft.so.12", ToolkitMend, false),
        new(OperatingSystem.IsWindows() ? "cudnn64_9.dll" : "libcudnn.so.9", CudnnMend, false),
    ];

    public static string Mend(string library)
    {
        if (library.Contains("onnxruntime_providers", StringComparison.Ordinal))
        {
            return "build once more on this machine with 'dotnet build InferBench.sln', so that the CUDA provider is installed beside the program";
        }

        foreach (var known in All)
        {
            if (known.Name == library)
            {
                return known.Mend;
            }
        }

        return library.Contains("cudnn", StringComparison.Ordinal) ? CudnnMend : ToolkitMend;
    }

    public static CudaLibrary? FirstMissing()
    {
        foreach (var library in All)
        {
            if (library.Required && !CanLoad(library.Name))
            {
                return library;
            }
        }

        return null;
    }

    /// <summary>Where the build or the package put the provider; null where it is not installed.</summary>
    public static string? FindProviderLibrary()
    {
        string[] folders = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "runtimes", Rid, "native")];
        return folders.Select(f => Path.Combine(f, ProviderLibrary)).FirstOrDefault(File.Exists);
    }

    public static bool CanLoad(string name)
    {
        // Not freed: the CUDA libraries do not survive being unloaded and loaded again in one process.
        return NativeLibrary.TryLoad(name, out _);
    }
}
