using System.Text.Json.Serialization;

namespace InferBench.Core.Runs;

/// <summary>The machine that measured. Null is unknown; nothing here names the machine or its user.</summary>
/// <param name="Os">Operating system with its version.</param>
/// <param name="Architecture">Processor architecture, such as x64.</param>
/// <param name="CpuModel">Processor's own name for itself.</param>
/// <param name="LogicalCores">Cores that this process may use.</param>
/// <param name="CpuFeatures">Instruction sets that matter to inference, such as avx512f, avx512_vnni.</param>
/// <param name="LastLevelCacheBytes">Size of the largest cache.</param>
/// <param name="MemoryBytes">Memory that this process may use.</param>
/// <param name="DotNet">.NET runtime.</param>
/// <param name="OnnxRuntime">ONNX Runtime's version.</param>
/// <param name="OnnxRuntimeBuild">ONNX Runtime's own build line.</param>
/// <param name="Gpus">Graphics processors; empty where there are none.</param>
public sealed record RunEnvironment(
    string Os,
    string Architecture,
    string? CpuModel,
    int LogicalCores,
    IReadOnlyList<string> CpuFeatures,
    long? LastLevelCacheBytes,
    long? MemoryBytes,
    string DotNet,
    string? OnnxRuntime,
    string? OnnxRuntimeBuild,
    IReadOnlyList<GpuDevice> Gpus)
{
    /// <summary>Where ONNX Runtime's package came from, in documents from the time when a build had a choice; null since, and not written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OnnxRuntimeFeed { get; init; }
}
