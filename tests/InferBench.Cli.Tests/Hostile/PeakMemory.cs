using System.Globalization;
using System.Runtime.InteropServices;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>The most memory that processes ever had resident, in bytes; Linux only, null elsewhere.</summary>
internal static partial class PeakMemory
{
    private const int Children = -1;

    // struct rusage: two times of 16 bytes, then ru_maxrss in kilobytes; 16 longs in all on 64-bit systems.
    private const int MaxResidentIndex = 4;
    private const int Longs = 18;

    /// <summary>Begins anew for this process, and so for its children too, which start as a copy of it. What tests made before does not count.</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    /// <summary>Of the largest child of this process that has ended.</summary>
    public static long? OfChildren()
    {
        var usage = new long[Longs];
        return OperatingSystem.IsLinux() && GetUsage(Children, usage) == 0 ? usage[MaxResidentIndex] * 1024 : null;
    }

    /// <summary>Of this process.</summary>
    public static long? OfThis() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024
            : null;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long[] usage);
}
