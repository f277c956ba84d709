using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Ceilings;

/// <summary>How much memory a pass must read so that caches have no part in it.</summary>
internal static class MemoryBlock
{
    /// <summary>STREAM asks for arrays of four times the caches at least.</summary>
    private const int TimesCaches = 4;

    private const long MostBytes = 8L << 30;

    /// <param name="least">Size where the system does not say how large its caches are, as in most virtual machines, or says less.</param>
    public static long Bytes(long least)
    {
        var memory = Math.Max(least, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8);
        return Math.Clamp(TimesCaches * (CacheSize.TotalBytes(SystemRoots.Real) ?? 0), least, Math.Min(MostBytes, memory));
    }
}
