namespace InferBench.Models.Selection;

/// <summary>Greedy selection cannot be appended to a model; the message says what stands in the way.</summary>
public sealed class SelectionException(string message) : ModelException(message);
