namespace InferBench.Runtime.Telemetry;

/// <summary>Where Linux shows its counters.</summary>
internal sealed record SystemRoots(string Proc, string Sys)
{
    public static SystemRoots Real { get; } = new("/proc", "/sys");
}
