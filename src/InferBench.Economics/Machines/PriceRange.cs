namespace InferBench.Economics.Machines;

/// <summary>What a price may be, apart from any spread of a measurement.</summary>
/// <param name="LowFactor">Lowest price over the price used; at most 1.</param>
/// <param name="HighFactor">Highest price over the price used; at least 1.</param>
/// <param name="Origin">Who says so.</param>
public sealed record PriceRange(double LowFactor, double HighFactor, string Origin);
