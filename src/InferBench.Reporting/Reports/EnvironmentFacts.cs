using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The machine and the run, by name. What is unknown has a dash.</summary>
internal static class EnvironmentFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RunDocument run)
    {
        var environment = run.Environment;
        return
        [
            new("Processor", $"{Known(environment.CpuModel)}, {environment.Architecture}, {Figures.Whole(environment.LogicalCores)} logical cores"),
            new("Instruction sets", environment.CpuFeatures.Count == 0 ? Figures.Missing : SafeText.Of(string.Join(", ", environment.CpuFeatures))),
            new("Last-level cache", Figures.Bytes(environment.LastLevelCacheBytes)),
            new("Memory", Figures.Bytes(environment.MemoryBytes)),
            .. environment.Gpus.Select(gpu => new KeyValuePair<string, string>($"GPU {Figures.Whole(gpu.Index)}", Gpu(gpu))),
            new("Operating system", SafeText.Of(environment.Os)),
            new("ONNX Runtime", environment.OnnxRuntimeFeed is { } feed ? $"{Known(environment.OnnxRuntime)}, from {feed}" : Known(environment.OnnxRuntime)),
            new(".NET", SafeText.Of(environment.DotNet)),
            new("Started", Figures.Utc(run.StartedAt)),
            new("Ended", run.EndedAt is { } ended ? Figures.Utc(ended) : "stopped before its end"),
        ];
    }

    private static string Gpu(GpuDevice gpu) => string.Join(", ", new[]
    {
        SafeText.Of(gpu.Name),
        gpu.MemoryBytes is { } memory ? Figures.Bytes(memory) : null,
        gpu.Driver is { } driver ? $"driver {SafeText.Of(driver)}" : null,
        gpu.CudaDriver is { } cuda ? $"CUDA {SafeText.Of(cuda)}" : null,
        gpu.PowerLimitWatts is { } watts ? $"power limit {Figures.Number(watts)} W" : null,
    }.OfType<string>());

    private static string Known(string? text) => text is null ? "unknown" : SafeText.Of(text);
}
