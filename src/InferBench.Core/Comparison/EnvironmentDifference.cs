namespace InferBench.Core.Comparison;

/// <summary>Something other than the measured figures that differs between two sides, and could explain a difference in them.</summary>
/// <param name="Name">What.</param>
/// <param name="Base">What the base says; null where it does not know.</param>
/// <param name="Other">What the other side says.</param>
public sealed record EnvironmentDifference(string Name, string? Base, string? Other);
