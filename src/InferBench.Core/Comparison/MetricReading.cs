namespace InferBench.Core.Comparison;

/// <summary>One launch's value of a metric.</summary>
/// <param name="Value">In the metric's own unit, above zero.</param>
/// <param name="RelativeError">Standard error within the launch, as a fraction of the value; null where nothing tells.</param>
/// <param name="Operations">Operations behind it.</param>
internal sealed record MetricReading(double Value, double? RelativeError, int Operations);
