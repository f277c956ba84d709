using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>The execution providers that cells can name.</summary>
public static class ExecutionProviders
{
    public const string Cpu = "cpu";

    public const string Cuda = "cuda";

    public static IReadOnlyList<string> Known { get; } = [Cpu, Cuda];

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
    /// <exception cref="ProviderUnavailableException">It cannot run here. There is no silent fall to the CPU.</exception>
    internal static IReadOnlyDictionary<string, string> Append(SessionOptions options, string name, IReadOnlyList<string>? asked = null)
    {
        RequireKnown(name);
        return name == Cuda ? CudaProvider.Append(options, asked) : new Dictionary<string, string>();
    }
}
