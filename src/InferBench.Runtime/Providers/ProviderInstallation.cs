namespace InferBench.Runtime.Providers;

/// <summary>Which execution providers lie beside this program, whether or not they can run here.</summary>
public static class ProviderInstallation
{
    /// <summary>Says that the CUDA provider is missing, with the mend, in one line.</summary>
    public static string CudaMissing { get; } =
        $"{CudaLibraries.ProviderLibrary} is not installed beside the program; {CudaLibraries.Mend(CudaLibraries.ProviderLibrary)}";

    /// <summary>Path of the CUDA provider; null where it is not installed.</summary>
    public static string? CudaLibrary() => CudaLibraries.FindProviderLibrary();
}
