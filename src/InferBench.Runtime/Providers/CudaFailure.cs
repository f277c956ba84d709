using System.Text.RegularExpressions;
using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Providers;

/// <summary>ONNX Runtime's words for a CUDA provider that does not come up, turned into one line with the mend.</summary>
internal static partial class CudaFailure
{
    public static string Explain(string native)
    {
        if (MissingLibrary().Match(native) is { Success: true } missing && missing.Groups["library"].Value is var name
            && name != CudaLibraries.ProviderLibrary)
        {
            return $"{name} cannot be loaded; {CudaLibraries.Mend(name, NativeLibraries.Find(name), NativeLibraries.OtherReleases(name))}";
        }

        // The provider itself is missing, or Windows' loader, which never says what it was that the provider lacked.
        if (native.Contains("ailed to load", StringComparison.Ordinal) || native.Contains("Error loading", StringComparison.Ordinal))
        {
            return CudaLibraries.FirstMissing() is { } library
                ? $"{library.Name} cannot be loaded; {CudaLibraries.Mend(library.Name, NativeLibraries.Find(library.Name), NativeLibraries.OtherReleases(library.Name))}"
                : $"{CudaLibraries.ProviderLibrary} cannot be loaded; {CudaLibraries.Mend(CudaLibraries.ProviderLibrary)}";
        }

        if (native.Contains("not enabled in this build", StringComparison.Ordinal)
            || native.Contains("entry point", StringComparison.Ordinal))
        {
            return "this ONNX Runtime is a CPU-only build; use the package Microsoft.ML.OnnxRuntime.Gpu";
        }

        if (native.Contains("no CUDA-capable device", StringComparison.Ordinal))
        {
            return "no CUDA device is visible; check nvidia-smi and CUDA_VISIBLE_DEVICES";
        }

        if (native.Contains("driver version is insufficient", StringComparison.Ordinal))
        {
            return "the NVIDIA driver is too old for CUDA 13; install driver 580 or newer";
        }

        if (UnknownOption().Match(native) is { Success: true } unknown)
        {
            return $"there is no option {unknown.Groups["option"].Value}; ONNX Runtime's documentation of the CUDA provider lists them";
        }

        return Sessions.NativeText.Short(native);
    }

    [GeneratedRegex(@"Unknown provider option: ""(?<option>[^""]{1,100})""")]
    private static partial Regex UnknownOption();

    [GeneratedRegex(@"(?<library>[\w.+-]+): cannot open shared object file")]
    private static partial Regex MissingLibrary();
}
