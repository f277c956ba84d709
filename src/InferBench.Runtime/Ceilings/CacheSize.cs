using InferBench.Runtime.Devices;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Ceilings;

/// <summary>The last-level caches of all cores together: a processor may have many, and memory that is to be read must fit into none of them.</summary>
internal static class CacheSize
{
    /// <summary>Null where the system does not say.</summary>
    public static long? TotalBytes(SystemRoots roots)
    {
        try
        {
            var largest = Directory.EnumerateDirectories($"{roots.Sys}/devices/system/cpu", "cpu*")
                .Select(core => Path.Combine(core, "cache"))
                .Where(Directory.Exists)
                .Select(cache => Directory.EnumerateDirectories(cache, "index*").Select(Read).OfType<(string Cores, long Bytes)>().OrderBy(one => one.Bytes).LastOrDefault())
                .Where(one => one.Bytes > 0)
                .Distinct()
                .ToList();
            return largest.Count == 0 ? null : largest.Sum(one => one.Bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (string Cores, long Bytes)? Read(string index)
    {
        var (cores, size) = (Path.Combine(index, "shared_cpu_list"), Path.Combine(index, "size"));
        return File.Exists(cores) && File.Exists(size) && Processor.ParseSize(File.ReadAllText(size)) is { } bytes ? (File.ReadAllText(cores).Trim(), bytes) : null;
    }
}
