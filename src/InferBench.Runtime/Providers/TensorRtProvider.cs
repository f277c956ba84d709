using InferBench.Models.Onnx;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>
/// TensorRT, with CUDA behind it for the operators that it does not take (GroupQueryAttention, MatMulNBits and others of ONNX Runtime's own).
/// </summary>
internal static class TensorRtProvider
{
    /// <summary>
    /// The only switch over TF32 in TensorRT 10 under ONNX Runtime, which sets TensorRT's builder flag and has no option to clear it (issues 6427
    /// and 26029 there). NVIDIA's libraries read it once, when they are used first.
    /// </summary>
    private const string Tf32Override = "NVIDIA_TF32_OVERRIDE";

    /// <param name="session">The session's options.</param>
    /// <param name="asked">Options on top of InferBench's own, for both providers; null for none.</param>
    /// <param name="model">What will be loaded; null to see whether the provider can run at all.</param>
    /// <returns>Options of both, and the variable that decides over TF32. TensorRT's begin with trt_, and the device is the same for both.</returns>
    /// <exception cref="ProviderUnavailableException">TensorRT or CUDA cannot run here.</exception>
    public static IReadOnlyDictionary<string, string> Append(SessionOptions session, IReadOnlyList<string>? asked, OnnxModel? model)
    {
        if (ProviderInstallation.Find(TensorRtLibraries.ProviderLibrary) is null)
        {
            throw new ProviderUnavailableException($"provider {ExecutionProviders.TensorRt}: {ProviderInstallation.TensorRtMissing}");
        }

        var behind = CudaProvider.Options(asked);
        if (behind[CudaProvider.Tf32] is not ("1" or "true" or "True"))
        {
            NativeEnvironment.Set(Tf32Override, "0");
        }

        // First, as TensorRT's provider loads CUDA's and does not say what that one lacked; it goes to the session last, for the operators that are left.
        using var cuda = CudaProvider.Configure(behind, ExecutionProviders.TensorRt);
        if (OperatingSystem.IsLinux())
        {
            LibraryPreload.Open(TensorRtLibraries.LoadOrder());
        }

        var options = Options(asked, model);
        try
        {
            using var tensorRt = new OrtTensorRTProviderOptions();
            tensorRt.UpdateOptions(new Dictionary<string, string>(options));
            session.AppendExecutionProvider_Tensorrt(tensorRt);
        }
        catch (Exception e) when (ProviderFailure.Is(e))
        {
            throw ProviderFailure.Of(ExecutionProviders.TensorRt, ExecutionProviders.TensorRt, e);
        }

        CudaProvider.Append(session, cuda, ExecutionProviders.TensorRt);
        return Applied(options, behind, Environment.GetEnvironmentVariable(Tf32Override));
    }

    /// <summary>
    /// What TensorRT is given. It may compute in 16 bits only where the model does, so that fp32 means fp32. Engines are built anew by every process:
    /// ONNX Runtime calls a kept engine after the graph's names and not after its weights, and what is measured must not depend on what ran here before.
    /// </summary>
    internal static IReadOnlyDictionary<string, string> Options(IReadOnlyList<string>? asked, OnnxModel? model)
    {
        var computes = MainFloat(model);
        return ProviderOptions.Merge(
            ExecutionProviders.TensorRt,
            new Dictionary<string, string>
            {
                ["trt_fp16_enable"] = computes == OnnxElementType.Float16 ? "1" : "0",
                ["trt_bf16_enable"] = computes == OnnxElementType.BFloat16 ? "1" : "0",
                ["trt_engine_cache_enable"] = "0",
                ["trt_timing_cache_enable"] = "0",
            },
            asked);
    }

    /// <summary>One dictionary for run.json: no name stands for two things.</summary>
    internal static IReadOnlyDictionary<string, string> Applied(
        IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> behind, string? tf32)
    {
        var applied = new Dictionary<string, string>(own, StringComparer.Ordinal);
        foreach (var (name, value) in behind)
        {
            applied[name] = value;
        }

        if (tf32 is not null)
        {
            applied[Tf32Override] = tf32;
        }

        return applied;
    }

    /// <summary>The float type that most of the stored numbers have, scales of quantized weights among them; null where there are none.</summary>
    private static OnnxElementType? MainFloat(OnnxModel? model) => model?.Tensors()
        .Where(tensor => tensor.ElementType is OnnxElementType.Float or OnnxElementType.Float16 or OnnxElementType.BFloat16)
        .GroupBy(tensor => tensor.ElementType)
        .OrderByDescending(type => type.Sum(tensor => tensor.ElementCount))
        .FirstOrDefault()?.Key;
}
