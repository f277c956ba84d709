using InferBench.Core.Errors;
using InferBench.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>The execution providers that cells can name.</summary>
public static class ExecutionProviders
{
    public const string Cpu = "cpu";

    public const string Cuda = "cuda";

    public const string TensorRt = "tensorrt";

    public static IReadOnlyList<string> Known { get; } = [Cpu, Cuda, TensorRt];

    /// <summary>Whether it computes in an NVIDIA GPU's memory, so that tensors are bound there and NVML has its sensors.</summary>
    public static bool OnDevice(string name) => name is Cuda or TensorRt;

    /// <summary>Throws where nothing goes by this name; whether it can run here is another question, see <see cref="ProviderProbe"/>.</summary>
    /// <exception cref="BadInputException">The name is unknown.</exception>
    public static void RequireKnown(string name)
    {
        if (!Known.Contains(name, StringComparer.Ordinal))
        {
            throw new BadInputException($"provider {name}: not known; use one of {string.Join(", ", Known)}");
        }
    }

    /// <summary>Adds the provider to a session's options and returns the options given to it.</summary>
    /// <param name="options">The session's.</param>
    /// <param name="name">One of <see cref="Known"/>.</param>
    /// <param name="asked">Options on top of InferBench's own, NAME=VALUE; null for none.</param>
    /// <param name="model">What the session will load; null to see whether the provider can run at all.</param>
    /// <exception cref="ProviderUnavailableException">It cannot run here. There is no silent fall to the CPU.</exception>
    internal static IReadOnlyDictionary<string, string> Append(SessionOptions options, string name, IReadOnlyList<string>? asked = null, OnnxModel? model = null)
    {
        RequireKnown(name);
        return name switch
        {
            Cuda => CudaProvider.Append(options, asked),
            TensorRt => TensorRtProvider.Append(options, asked, model),
            _ => new Dictionary<string, string>(),
        };
    }
}
