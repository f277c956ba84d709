using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Diagnosis;

/// <summary>A diagnosis for a person: what is here, then what is missing with its mend.</summary>
internal static class DiagnosisText
{
    public static void Show(Screen screen, Diagnosis found)
    {
        var machine = found.Environment;
        screen.Line($"InferBench      {found.Tool.Version}{(found.Tool.GitCommit is { } commit ? $" ({commit[..Math.Min(10, commit.Length)]}{(found.Tool.GitDirty == true ? ", changed" : "")})" : "")}");
        screen.Line($"system          {machine.Os}, {machine.Architecture}, {machine.DotNet}");
        screen.Line($"processor       {machine.CpuModel ?? "unknown"}, {machine.LogicalCores} cores{Size(machine.LastLevelCacheBytes, ", {0} last-level cache")}");
        screen.Line($"instructions    {(machine.CpuFeatures.Count == 0 ? "unknown" : string.Join(" ", machine.CpuFeatures))}");
        screen.Line($"memory          {Size(machine.MemoryBytes, "{0}") ?? "unknown"}");
        screen.Line($"GPUs            {(machine.Gpus.Count == 0 ? "none that a driver reports" : "")}");
        foreach (var gpu in machine.Gpus)
        {
            screen.Line($"  {gpu.Index}: {gpu.Name}{Size(gpu.MemoryBytes, ", {0}")}, driver {gpu.Driver ?? "unknown"} (CUDA {gpu.CudaDriver ?? "unknown"})");
        }

        screen.Line($"ONNX Runtime    {machine.OnnxRuntime ?? "cannot be loaded"}");
        screen.Line($"synthetic models are kept in {found.ModelCache}");
        foreach (var provider in found.Providers)
        {
            screen.Line();
            screen.Line($"provider {provider.Provider}: {(provider.CanRun ? "can run" : "cannot run")}");
            if (provider.Problem is { } problem)
            {
                screen.Line($"  {problem}");
            }

            foreach (var library in Listed(provider, machine.Gpus.Count > 0))
            {
                var state = library.Found ? library.Folder is { } folder ? $"found in {folder}" : "found" : library.Required ? "missing" : "missing (needed by some models only)";
                screen.Line($"  {library.Name}: {state}{(library.Mend is { } mend ? $"; {mend}" : "")}");
            }
        }
    }

    /// <summary>TensorRT stands on CUDA: where there is no GPU and nothing of it, a list of what it would need says nothing that CUDA's did not.</summary>
    private static IReadOnlyList<LibraryFinding> Listed(ProviderFinding provider, bool hasGpu) =>
        provider.Provider != ExecutionProviders.TensorRt || hasGpu || provider.Libraries.Any(library => library.Found) ? provider.Libraries : [];

    private static string? Size(long? bytes, string format) =>
        bytes is { } value ? string.Format(CultureInfo.InvariantCulture, format, string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.##} GB")) : null;
}
