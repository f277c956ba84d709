namespace InferBench.Models;

/// <summary>A path leads to no model, or to several of which none is the obvious one.</summary>
public sealed class ModelNotFoundException(string message) : ModelException(message);
