using System.Text.RegularExpressions;

namespace InferBench.Runtime.Providers;

/// <summary>ONNX Runtime's words for a CUDA provider that does not come up, turned into one line with the mend.</summary>
internal static partial class CudaFailure
{
    public static string Explain(string native)
    {
        if (MissingLibrary().Match(native) is { Success: true } missing)
        {
            return $"{missing.Groups["library"].Value} cannot be loaded; {CudaLibraries.Mend(missing.Groups["library"].Value)}";
        }

        // The Windows loader names the provider, never the library that the provider needs.
        if (FailedProvider().Match(native) is { Success: true } provider)
        {
            return CudaLibraries.FirstMissing() is { } library
                ? $"{library.Name} cannot be loaded; {library.Mend}"
                : $"{provider.Groups["library"].Value} cannot be loaded; run 'inferbench doctor' to see what it lacks";
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

        return Sessions.NativeText.Short(native);
    }

    [GeneratedRegex(@"(?<library>[\w.+-]+): cannot open shared object file")]
    private static partial Regex MissingLibrary();

    [GeneratedRegex(@"(?:Failed to load (?:shared )?library|Error loading)\s*""?(?:.*[\\/])?(?<library>[\w.]*providers_cuda\.\w+)?")]
    private static partial Regex FailedProvider();
}
