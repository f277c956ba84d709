using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Cuda;

internal static class CudaHere
{
    private static readonly Lazy<string?> Problem = new(() => ProviderProbe.Probe(ExecutionProviders.Cuda).Problem);

    /// <summary>Why CUDA cannot run on this machine; null where it can.</summary>
    public static string? Missing => Problem.Value is { } problem ? $"needs a GPU: {problem}" : null;
}
