using System.Text.RegularExpressions;
using InferBench.Runtime.Libraries;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>ONNX Runtime's words for a provider of a GPU that does not come up, turned into one line with the mend.</summary>
internal static partial class ProviderFailure
{
    /// <summary>Whether a call of ONNX Runtime's failed, rather than this program.</summary>
    public static bool Is(Exception e) =>
        e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException or TypeInitializationException;

    /// <param name="asked">The provider that was asked for.</param>
    /// <param name="failed">The one that failed: with tensorrt, cuda behind it may be.</param>
    /// <param name="e">What was thrown.</param>
    public static ProviderUnavailableException Of(string asked, string failed, Exception e) => new($"provider {asked}: {Explain(e.Message, failed)}", e);

    /// <param name="native">The error's text.</param>
    /// <param name="provider">The provider that was being added.</param>
    public static string Explain(string native, string provider = ExecutionProviders.Cuda)
    {
        var library = provider == ExecutionProviders.TensorRt ? TensorRtLibraries.ProviderLibrary : CudaLibraries.ProviderLibrary;
        if (MissingLibrary().Match(native) is { Success: true } missing && missing.Groups["library"].Value is var name && name != library)
        {
            return Missing(name);
        }

        // The provider itself is missing, or Windows' loader, which never says what it was that the provider lacked.
        if (native.Contains("ailed to load", StringComparison.Ordinal) || native.Contains("Error loading", StringComparison.Ordinal))
        {
            var needed = provider == ExecutionProviders.TensorRt ? CudaLibraries.All.Concat(TensorRtLibraries.All) : CudaLibraries.All;
            return CudaLibraries.FirstMissing(needed) is { } first ? Missing(first.Name) : $"{library} cannot be loaded; {CudaLibraries.Mend(library)}";
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
            var words = provider == ExecutionProviders.TensorRt ? "TensorRT" : "CUDA";
            return $"there is no option {unknown.Groups["option"].Value}; ONNX Runtime's documentation of the {words} provider lists them";
        }

        // The text ends in the value that was there before, not in the one that was given.
        return WrongValue().Match(native) is { Success: true } wrong ? $"option {wrong.Groups["option"].Value} cannot have this value" : NativeText.Short(native);
    }

    private static string Missing(string library) =>
        $"{library} cannot be loaded; {CudaLibraries.Mend(library, NativeLibraries.Find(library), NativeLibraries.OtherReleases(library))}";

    [GeneratedRegex(@"Unknown provider option: ""(?<option>[^""]{1,100})""")]
    private static partial Regex UnknownOption();

    [GeneratedRegex(@"Failed to parse provider option ""(?<option>[^""]{1,100})"": \S+ ParseString")]
    private static partial Regex WrongValue();

    [GeneratedRegex(@"(?<library>[\w.+-]+): cannot open shared object file")]
    private static partial Regex MissingLibrary();
}
