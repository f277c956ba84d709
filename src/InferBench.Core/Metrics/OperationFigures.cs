using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>What the figures of every kind of operation are made with.</summary>
internal static class OperationFigures
{
    public const double NanosecondsPerSecond = 1e9;

    /// <summary>Total units over total time. The interval is taken on time per unit, which is what varies, and then inverted.</summary>
    public static Estimate Rate(double[] units, double[] nanoseconds) =>
        Interval.OfRatio(nanoseconds, units).Inverted(NanosecondsPerSecond);

    public static Distribution Distribute(double[] values)
    {
        var mean = Interval.OfMean(values);
        Array.Sort(values = [.. values]);
        return Ordered(values, mean) with
        {
            P50Bounds = BoundsOf(values, 0.50),
            P90Bounds = BoundsOf(values, 0.90),
            P95Bounds = BoundsOf(values, 0.95),
            P99Bounds = BoundsOf(values, 0.99),
        };
    }

    /// <summary>Order statistics alone: for values that depend on each other, which have no interval of their own.</summary>
    public static Distribution Ordered(double[] sorted, Estimate mean) => new(
        sorted.Length,
        mean,
        sorted[0],
        Percentile.Of(sorted, 0.50),
        Percentile.Of(sorted, 0.90),
        Percentile.Of(sorted, 0.95),
        Percentile.Of(sorted, 0.99),
        sorted[^1]);

    private static Bounds? BoundsOf(double[] sorted, double p) => sorted.Length < Percentile.NeededCount(p) ? null : PercentileInterval.Of(sorted, p);

    public static double[] Values(IReadOnlyList<OperationSample> samples, Func<OperationSample, double> value)
    {
        var values = new double[samples.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(samples[i]);
        }

        return values;
    }
}
