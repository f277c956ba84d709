using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

internal static class CudaProvider
{
    /// <summary>1 lets products of 32-bit numbers be computed in TF32.</summary>
    public const string Tf32 = "use_tf32";

    /// <summary>Logged instead of <c>GetOptions()</c>, which leaves some options out. TF32 is off so that fp32 means fp32.</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        [Tf32] = "0",
        ["arena_extend_strategy"] = "kSameAsRequested",
    };

    /// <summary>InferBench's own options with those that were asked for over them.</summary>
    public static IReadOnlyDictionary<string, string> Options(IReadOnlyList<string>? asked) => ProviderOptions.Merge(ExecutionProviders.Cuda, Own, asked);

    public static IReadOnlyDictionary<string, string> Append(SessionOptions session, IReadOnlyList<string>? asked)
    {
        var options = Options(asked);
        using var cuda = Configure(options, ExecutionProviders.Cuda);
        Append(session, cuda, ExecutionProviders.Cuda);
        return options;
    }

    /// <summary>Loads the provider and gives it its options.</summary>
    /// <param name="options">What <see cref="Options"/> returned.</param>
    /// <param name="asked">The provider that was asked for, to be named where this one cannot run.</param>
    /// <exception cref="ProviderUnavailableException">A library or the device is missing, or an option is none.</exception>
    public static OrtCUDAProviderOptions Configure(IReadOnlyDictionary<string, string> options, string asked)
    {
        if (OperatingSystem.IsLinux())
        {
            LibraryPreload.Open(CudaLibraries.LoadOrder);
        }

        OrtCUDAProviderOptions? cuda = null;
        try
        {
            // Not AppendExecutionProvider_CUDA(int): that one tells the missing library to stderr only.
            cuda = new OrtCUDAProviderOptions();
            cuda.UpdateOptions(new Dictionary<string, string>(options));
            return cuda;
        }
        catch (Exception e) when (ProviderFailure.Is(e))
        {
            cuda?.Dispose();
            throw ProviderFailure.Of(asked, ExecutionProviders.Cuda, e);
        }
    }

    /// <exception cref="ProviderUnavailableException">ONNX Runtime refuses it.</exception>
    public static void Append(SessionOptions session, OrtCUDAProviderOptions cuda, string asked)
    {
        try
        {
            session.AppendExecutionProvider_CUDA(cuda);
        }
        catch (Exception e) when (ProviderFailure.Is(e))
        {
            throw ProviderFailure.Of(asked, ExecutionProviders.Cuda, e);
        }
    }
}
