using InferBench.Core.Runs;

namespace InferBench.Cli.Preparation;

/// <summary>A model on this machine, ready to run.</summary>
/// <param name="Model">What the run document says of it.</param>
/// <param name="Path">The ONNX file.</param>
/// <param name="Shape">What a sequence costs in memory; null where the graph does not say.</param>
/// <param name="IsDecoder">Whether it has a KV cache or another state to decode with; else it is a one-shot model.</param>
/// <param name="TestDataFolder">Where a one-shot model's test data lies; null for its own folder.</param>
internal sealed record PreparedModel(RunModel Model, string Path, ModelShape? Shape, bool IsDecoder, string? TestDataFolder = null);
