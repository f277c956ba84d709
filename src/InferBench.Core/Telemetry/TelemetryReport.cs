namespace InferBench.Core.Telemetry;

/// <summary>What the sensors of the machine said while a cell's operations were measured.</summary>
/// <param name="IntervalNs">Time between samples, as asked.</param>
/// <param name="Samples">Samples taken within the measured operations, and one on each side of them.</param>
/// <param name="DroppedSamples">Samples thrown away because the clock did not go forward.</param>
/// <param name="CostNs">Time that sampling took on its own thread, all samples together.</param>
/// <param name="LongestSampleNs">Time of the slowest sample.</param>
/// <param name="AllocatedBytes">Managed memory that sampling allocated.</param>
/// <param name="TimesNs">Times of the kept samples, from the cell's first operation; the first lies before it.</param>
/// <param name="Series">What was read.</param>
/// <param name="Throttling">Reasons for held-back clocks that were seen; empty for none, null where no device says.</param>
/// <param name="Missing">What could not be read, and why.</param>
public sealed record TelemetryReport(
    long IntervalNs,
    int Samples,
    int DroppedSamples,
    long CostNs,
    long LongestSampleNs,
    long AllocatedBytes,
    IReadOnlyList<long> TimesNs,
    IReadOnlyList<TelemetrySeries> Series,
    IReadOnlyList<ThrottleSeen>? Throttling,
    IReadOnlyList<MissingReading> Missing)
{
    /// <summary>The series of a quantity; null where it was not read.</summary>
    public TelemetrySeries? Find(TelemetryQuantity quantity) => Series.FirstOrDefault(series => series.Quantity == quantity);
}
