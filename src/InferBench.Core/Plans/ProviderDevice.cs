namespace InferBench.Core.Plans;

/// <summary>Which providers compute on the same device: what it can do at most is one thing, whatever runs on it.</summary>
public static class ProviderDevice
{
    internal const string Cuda = "cuda";

    private const string TensorRt = "tensorrt";

    /// <returns>The provider by whose operators the device of a provider is measured.</returns>
    public static string MeasuredBy(string provider) => provider == TensorRt ? Cuda : provider;
}
