using InferBench.Core.Runs;

namespace InferBench.Cli.Preparation;

/// <summary>A model on this machine, ready to run.</summary>
/// <param name="Model">What the run document says of it.</param>
/// <param name="Path">The ONNX file.</param>
internal sealed record PreparedModel(RunModel Model, string Path);
