using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

internal static class CudaProvider
{
    /// <summary>Logged instead of <c>GetOptions()</c>, which leaves some options out. TF32 is off so that fp32 means fp32.</summary>
    private static readonly Dictionary<string, string> Options = new()
    {
        ["device_id"] = "0",
        ["use_tf32"] = "0",
        ["arena_extend_strategy"] = "kSameAsRequested",
    };

    public static IReadOnlyDictionary<string, string> Append(SessionOptions session, IReadOnlyList<string>? asked)
    {
        if (OperatingSystem.IsLinux())
        {
            LibraryPreload.Open(CudaLibraries.LoadOrder);
        }

        var options = ProviderOptions.Merge(Options, asked);
        try
        {
            // Not AppendExecutionProvider_CUDA(int): that one tells the missing library to stderr only.
            using var cuda = new OrtCUDAProviderOptions();
            cuda.UpdateOptions(new Dictionary<string, string>(options));
            session.AppendExecutionProvider_CUDA(cuda);
            return options;
        }
        catch (Exception e) when (IsProviderFailure(e))
        {
            throw new ProviderUnavailableException($"provider cuda: {CudaFailure.Explain(e.Message)}", e);
        }
    }

    public static bool IsProviderFailure(Exception e) =>
        e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException or TypeInitializationException;
}
