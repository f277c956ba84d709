using System.Runtime.InteropServices;
using InferBench.Core.Runs;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;

namespace InferBench.Runtime.Devices;

/// <summary>What a stranger must know of this machine to reproduce a run. No host name, no user name, no path.</summary>
public static class EnvironmentFingerprint
{
    public static RunEnvironment Collect()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var (version, build) = OnnxRuntime();
        return new RunEnvironment(
            RuntimeInformation.OSDescription.Trim(),
            RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            Processor.Name(),
            Environment.ProcessorCount,
            Processor.Features(),
            Processor.LastLevelCacheBytes(),
            memory > 0 ? memory : null,
            RuntimeInformation.FrameworkDescription,
            version,
            build,
            Nvml.Devices());
    }

    private static (string? Version, string? Build) OnnxRuntime()
    {
        try
        {
            return (InferenceOrt.Version, InferenceOrt.BuildInfo);
        }
        catch (Exception e) when (ProviderFailure.Is(e))
        {
            // A machine without the native library can still be described, by 'inferbench doctor' for one.
            return (null, null);
        }
    }
}
