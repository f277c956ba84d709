namespace InferBench.Runtime.Providers;

/// <summary>Which execution providers lie beside this program, whether or not they can run here.</summary>
public static class ProviderInstallation
{
    /// <summary>Says that the CUDA provider is missing, with the mend, in one line.</summary>
    public static string CudaMissing { get; } = Missing(CudaLibraries.ProviderLibrary);

    /// <summary>Says that the TensorRT provider is missing, with the mend, in one line.</summary>
    internal static string TensorRtMissing { get; } = Missing(TensorRtLibraries.ProviderLibrary);

    /// <summary>Path of the CUDA provider; null where it is not installed.</summary>
    public static string? CudaLibrary() => Find(CudaLibraries.ProviderLibrary);

    /// <summary>Where the build or the package put a provider; null where it is not installed.</summary>
    internal static string? Find(string library)
    {
        string[] folders = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, OnnxRuntimePackage.NativeFolder)];
        return folders.Select(folder => Path.Combine(folder, library)).FirstOrDefault(File.Exists);
    }

    private static string Missing(string library) => $"{library} is not installed beside the program; {CudaLibraries.Mend(library)}";
}
