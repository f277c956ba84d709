namespace InferBench.Runtime.Placement;

/// <summary>An operator and the provider that it was given to, by ONNX Runtime's names.</summary>
internal readonly record struct AssignedNode(string Provider, string Domain, string Operator);
