namespace InferBench.Core.Statistics;

/// <summary>Ends of a 95 % interval.</summary>
/// <param name="Low">Lower end; null where the values cannot support one.</param>
/// <param name="High">Upper end; null where the values cannot support one.</param>
public sealed record Bounds(double? Low, double? High);
