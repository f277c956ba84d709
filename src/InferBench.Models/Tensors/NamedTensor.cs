namespace InferBench.Models.Tensors;

/// <summary>A tensor as a file holds it.</summary>
/// <param name="Name">The name that the file gives it; empty where it gives none.</param>
/// <param name="Value">Its elements.</param>
public sealed record NamedTensor(string Name, HostTensor Value);
