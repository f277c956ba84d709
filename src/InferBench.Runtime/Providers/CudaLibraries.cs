using InferBench.Core.Runs;
using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Providers;

/// <summary>
/// What the CUDA provider of ONNX Runtime 1.31 opens (CUDA 13). It is linked to all but the last two. cuDNN it opens by name when it makes its
/// first session, and goes on without it: only operators that have no other way then fail (onnxruntime#29252). cuFFT waits for an operator that
/// transforms (onnxruntime#29808).
/// </summary>
internal static class CudaLibraries
{
    internal static readonly string PathVariable = OperatingSystem.IsWindows() ? "PATH" : "LD_LIBRARY_PATH";

    private static readonly string CudnnMend =
        $"install cuDNN 9 for CUDA 13 (its own packages, or Python's package nvidia-cudnn-cu13), or put its folder on {PathVariable}";

    private static bool IsBundle { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, "bundle.json"));

    /// <summary>Whether this is a .NET tool, or its worker in the folder below: the file is in each tool's package.</summary>
    private static bool IsTool { get; } = new[] { ".", ".." }.Any(folder => File.Exists(Path.Combine(AppContext.BaseDirectory, folder, "DotnetToolSettings.xml")));

    public static string ProviderLibrary { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";

    public static string Cudnn => OperatingSystem.IsWindows() ? "cudnn64_9.dll" : "libcudnn.so.9";

    /// <summary>In the order in which one needs the other.</summary>
    public static IReadOnlyList<NeededLibrary> All { get; } =
    [
        new(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", "install the NVIDIA driver, version 580 or newer", true),
        Toolkit(OperatingSystem.IsWindows() ? "cudart64_13.dll" : "libcudart.so.13", "nvidia-cuda-runtime", required: true),
        Toolkit(OperatingSystem.IsWindows() ? "cublasLt64_13.dll" : "libcublasLt.so.13", "nvidia-cublas", required: true),
        Toolkit(OperatingSystem.IsWindows() ? "cublas64_13.dll" : "libcublas.so.13", "nvidia-cublas", required: true),
        Toolkit(OperatingSystem.IsWindows() ? "curand64_10.dll" : "libcurand.so.10", "nvidia-curand", required: true),
        Toolkit(OperatingSystem.IsWindows() ? "cufft64_12.dll" : "libcufft.so.12", "nvidia-cufft", required: false),
        new(Cudnn, CudnnMend, false),
    ];

    /// <summary>
    /// What is opened before the provider on Linux. Beside the libraries themselves: what cuFFT and cuDNN open by name when they are used
    /// first, cuDNN's parts in the order of its own dependencies.
    /// </summary>
    public static IReadOnlyList<string> LoadOrder { get; } =
    [
        "libcuda.so.1", "libcudart.so.13", "libnvJitLink.so.13", "libnvrtc.so.13", "libcublasLt.so.13", "libcublas.so.13", "libcurand.so.10", "libcufft.so.12",
        "libcudnn.so.9", "libcudnn_graph.so.9", "libcudnn_ops.so.9", "libcudnn_engines_runtime_compiled.so.9", "libcudnn_engines_precompiled.so.9",
        "libcudnn_heuristic.so.9", "libcudnn_cnn.so.9", "libcudnn_adv.so.9",
    ];

    /// <summary>What to do about a library that this provider needs, or TensorRT's, which needs all of these too.</summary>
    public static string Mend(string library)
    {
        if (TensorRtLibraries.Mend(library) is { } mend)
        {
            return mend;
        }

        if (library.Contains("onnxruntime_providers", StringComparison.Ordinal))
        {
            return ProviderMend(IsBundle, IsTool);
        }

        return All.FirstOrDefault(known => known.Name == library)?.Mend
            ?? (library.Contains("cudnn", StringComparison.Ordinal) ? CudnnMend : ToolkitMend(null));
    }

    /// <summary>The mend, and what there is instead: a library of another CUDA release is no use, and easily taken for the right one.</summary>
    /// <param name="library">Name of a library that cannot be loaded.</param>
    /// <param name="there">Full path of the very library, where it is there and cannot be loaded all the same.</param>
    /// <param name="others">Full paths of other releases of it.</param>
    public static string Mend(string library, string? there, IReadOnlyList<string> others) =>
        there is not null ? $"{PersonalPaths.Hide(there)} is there and the loader refuses it; 'ldd' of it says what it lacks"
        : others.Count > 0 ? $"there is only {Path.GetFileName(others[0])} in {PersonalPaths.Hide(Path.GetDirectoryName(others[0])!)}, of another release; {Mend(library)}"
        : Mend(library);

    internal static string ProviderMend(bool isBundle, bool isTool) =>
        isBundle ? "make the bundle once more with 'inferbench bundle --cuda'"
        : isTool ? $"get the package {OnnxRuntimePackage.Name} {OnnxRuntimePackage.Release} and give it to 'inferbench doctor --add-providers'"
        : "build once more, which takes it from the package Microsoft.ML.OnnxRuntime.Gpu";

    private static NeededLibrary Toolkit(string name, string package, bool required) => new(name, ToolkitMend(package), required);

    private static string ToolkitMend(string? package) =>
        $"install the CUDA 13 libraries{(package is null ? "" : $" (the toolkit, or Python's package {package})")}, or put their folder on {PathVariable}";

    /// <summary>The first that cannot be loaded, of those that are always needed. What is loaded stays: CUDA's libraries do not survive being loaded twice.</summary>
    public static NeededLibrary? FirstMissing(IEnumerable<NeededLibrary> libraries) =>
        libraries.FirstOrDefault(library => library.Required && !NativeLibraries.TryLoad(library.Name, out _));
}
