using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>ONNX Runtime's own package for GPUs, of the system and the release that this program runs with: what is in it, and where.</summary>
public static class OnnxRuntimePackage
{
    /// <summary>Name of the package.</summary>
    public static string Name { get; } = OperatingSystem.IsWindows() ? "Microsoft.ML.OnnxRuntime.Gpu.Windows" : "Microsoft.ML.OnnxRuntime.Gpu.Linux";

    /// <summary>Release that this program was built with, such as 1.31.0. Only the same one fits: providers and core share private interfaces.</summary>
    public static string Release { get; } = typeof(OrtEnv).Assembly.GetName().Version!.ToString(3);

    /// <summary>Folder of the native libraries, with forward slashes: in the package as beside a program.</summary>
    public static string NativeFolder { get; } = $"runtimes/{(OperatingSystem.IsWindows() ? "win-x64" : "linux-x64")}/native";

    /// <summary>File name of the library that opens the providers.</summary>
    public static string Core { get; } = OperatingSystem.IsWindows() ? "onnxruntime.dll" : "libonnxruntime.so";

    /// <summary>File names of the providers for GPUs.</summary>
    public static IReadOnlyList<string> Providers { get; } = [CudaLibraries.ProviderLibrary, TensorRtLibraries.ProviderLibrary];
}
