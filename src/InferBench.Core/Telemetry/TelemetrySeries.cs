namespace InferBench.Core.Telemetry;

/// <summary>One quantity over a cell's measured operations.</summary>
/// <param name="Quantity">What was read, with its unit.</param>
/// <param name="Source">Where it comes from, such as <c>NVML energy counter</c>.</param>
/// <param name="Samples">Readings behind the figures.</param>
/// <param name="Min">Smallest reading.</param>
/// <param name="Mean">Mean of the readings; null for a running total, where it says nothing.</param>
/// <param name="Max">Largest reading.</param>
/// <param name="Values">Readings at <see cref="TelemetryReport.TimesNs"/>, thinned out to a bounded number; null where there was none.</param>
public sealed record TelemetrySeries(
    TelemetryQuantity Quantity, string Source, int Samples, double Min, double? Mean, double Max, IReadOnlyList<double?> Values);
