using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Core.Comparison;

/// <summary>Reads a metric off a cell.</summary>
internal static class MetricReadings
{
    public static IReadOnlyList<ComparedMetric> Tested { get; } = [ComparedMetric.Rate, ComparedMetric.Ttft, ComparedMetric.Tpot];

    /// <summary>Whether a larger value is the better one.</summary>
    public static bool MoreIsBetter(ComparedMetric metric) => metric == ComparedMetric.Rate;

    /// <returns>Null where the cell has no such metric. Costs are no readings: they follow from the rate and the price.</returns>
    public static MetricReading? Of(RunCell cell, ComparedMetric metric)
    {
        var operations = cell.Metrics?.Operations ?? cell.Items?.Operations ?? 0;
        return metric switch
        {
            ComparedMetric.Rate => Rate(cell.Rate, operations),
            ComparedMetric.Ttft => Time(cell.Metrics?.TtftNs, operations),
            ComparedMetric.Tpot => Time(cell.Metrics?.TpotNs, operations),
            ComparedMetric.E2e => Time(cell.Metrics?.E2eNs ?? cell.Items?.LatencyNs, operations),
            ComparedMetric.Joules => Positive(cell.Energy?.JoulesPerToken ?? cell.Energy?.JoulesPerItem, null, operations),
            _ => null,
        };
    }

    /// <summary>The interval of a rate is that of the time for each unit, turned over: only its lower end is always bounded.</summary>
    private static MetricReading? Rate(Estimate? rate, int operations) =>
        Positive(rate?.Value, rate is { Low: > 0 and var low } ? Error((rate.Value / low) - 1, operations) : null, operations);

    private static MetricReading? Time(Distribution? time, int operations) =>
        Positive(time?.Mean.Value, time?.Mean is { High: { } high } mean ? Error((high / mean.Value) - 1, time.Count) : null, operations);

    private static double? Error(double halfWidth, int count) => count < 2 ? null : halfWidth / StudentT.Critical(Interval.Confidence, count - 1);

    private static MetricReading? Positive(double? value, double? error, int operations) =>
        value is > 0 and < double.PositiveInfinity and var known ? new MetricReading(known, error, operations) : null;
}
