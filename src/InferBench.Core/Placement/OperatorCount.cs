namespace InferBench.Core.Placement;

/// <param name="Operator">Type, with its domain where that is not ONNX's own: <c>com.microsoft.GroupQueryAttention</c>.</param>
/// <param name="Nodes">How many.</param>
public sealed record OperatorCount(string Operator, int Nodes);
