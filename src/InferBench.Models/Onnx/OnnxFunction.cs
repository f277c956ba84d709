namespace InferBench.Models.Onnx;

/// <summary>A function that a model defines for itself; nodes call it by domain and name.</summary>
/// <param name="Domain">Its domain.</param>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">Its body.</param>
public sealed record OnnxFunction(string Domain, string Name, IReadOnlyList<OnnxNode> Nodes);
