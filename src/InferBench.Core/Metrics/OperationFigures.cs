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
        return Ordered(values, mean);
    }

    public static Distribution Ordered(double[] sorted, Estimate mean) => new(
        sorted.Length,
        mean,
        sorted[0],
        Percentile.Of(sorted, 0.50),
        Percentile.Of(sorted, 0.90),
        Percentile.Of(sorted, 0.95),
        Percentile.Of(sorted, 0.99),
        sorted[^1]);

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
