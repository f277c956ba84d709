using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Providers;

/// <summary>What the TensorRT provider of ONNX Runtime 1.31 links against beside CUDA's own libraries (TensorRT 10).</summary>
internal static class TensorRtLibraries
{
    /// <summary>Kernels to build engines from, in one file or one for each kind of GPU; those that build engines for Windows are of no use here.</summary>
    private const string BuilderResources = "libnvinfer_builder_resource*.so.10*";

    private const string ForWindows = "_win.";

    private const string Linux = "libnvinfer.so.10";

    private static readonly string TensorRtMend =
        $"install TensorRT 10 for CUDA 13 (its own packages, or Python's package tensorrt-cu13-libs below 11), or put its folder on {CudaLibraries.PathVariable}";

    public static string ProviderLibrary { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime_providers_tensorrt.dll" : "libonnxruntime_providers_tensorrt.so";

    /// <summary>In the order in which one needs the other. The CUDA provider loads cuDNN when a model needs it, this one always.</summary>
    public static IReadOnlyList<NeededLibrary> All { get; } =
    [
        new(CudaLibraries.Cudnn, CudaLibraries.Mend(CudaLibraries.Cudnn), true),
        new(OperatingSystem.IsWindows() ? "nvinfer_10.dll" : Linux, TensorRtMend, true),
        new(OperatingSystem.IsWindows() ? "nvonnxparser_10.dll" : "libnvonnxparser.so.10", TensorRtMend, true),
    ];

    /// <summary>What is opened before the provider on Linux, after CUDA's.</summary>
    public static IReadOnlyList<string> LoadOrder() => [Linux, .. Resources(NativeLibraries.Beside(Linux, BuilderResources)), "libnvonnxparser.so.10"];

    /// <summary>Names of what TensorRT opens by name when it builds its first engine, out of what lies beside it.</summary>
    internal static IEnumerable<string> Resources(IEnumerable<string> beside) =>
        beside.Select(path => Path.GetFileName(path)).Where(name => !name.Contains(ForWindows, StringComparison.Ordinal));

    /// <returns>What to do about one of TensorRT's libraries ; null for any other.</returns>
    public static string? Mend(string library) =>
        library.Contains("nvinfer", StringComparison.Ordinal) || library.Contains("nvonnxparser", StringComparison.Ordinal) ? TensorRtMend : null;
}
