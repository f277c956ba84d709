namespace InferBench.Models.Onnx;

/// <summary>An operator set that a model imports.</summary>
/// <param name="Domain">Empty for ai.onnx.</param>
/// <param name="Version">Its version.</param>
public sealed record OnnxOpset(string Domain, long Version);
