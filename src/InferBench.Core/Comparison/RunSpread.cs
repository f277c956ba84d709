namespace InferBench.Core.Comparison;

/// <summary>How far a metric strays from one launch of a worker to the next, on the same machine, with nothing changed.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Provider">Execution provider.</param>
/// <param name="RelativeDeviation">Standard deviation as a fraction of the value.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="WithinFactor">By how much more than its standard error within a launch a single launch strays, beside that deviation.</param>
public sealed record RunSpread(ComparedMetric Metric, string Provider, double RelativeDeviation, string Source, double WithinFactor = 1);
