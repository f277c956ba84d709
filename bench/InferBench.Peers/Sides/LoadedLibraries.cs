namespace InferBench.Peers.Sides;

/// <summary>Which libraries this process really runs: a comparison of two builds of ONNX Runtime would say nothing about what is around it.</summary>
internal static class LoadedLibraries
{
    public const string OnnxRuntime = "libonnxruntime.so";

    private static readonly string[] Known = [OnnxRuntime, "libllama.so", "libggml-cpu.so"];

    /// <summary>Full paths, each once; empty where the system does not tell.</summary>
    public static IReadOnlyList<string> OfThisProcess()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var mapped = File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? line[at..] : "");
        return
        [
            .. mapped
                .Where(path => Known.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
