namespace InferBench.Models.Quantization;

/// <summary>Nodes that were left as they are.</summary>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Count">How many.</param>
public sealed record LeftNodes(string Reason, int Count);
