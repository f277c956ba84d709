namespace InferBench.Peers.Sides;

/// <summary>Which ONNX Runtime this process really runs: a comparison of two builds of it would say nothing about what is around it.</summary>
internal static class LoadedLibraries
{
    /// <summary>Full paths, each once; empty where the system does not tell.</summary>
    public static IReadOnlyList<string> OnnxRuntime()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var mapped = File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? line[at..] : "");
        return [.. mapped.Where(path => Path.GetFileName(path).StartsWith("libonnxruntime.so", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
    }
}
