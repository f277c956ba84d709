namespace InferBench.Core.Statistics;

/// <summary>
/// Values that fall into two groups with nothing between them. The groups are parted at the widest gap that leaves a fifth of the values on each
/// side; they count as two modes only where that gap is at least half of the distance between their medians and that distance is six times
/// their spread (MAD × 1.4826). The two limits were set by simulation, so that under 1 % of samples of one normal, lognormal, uniform,
/// exponential or Student distribution are taken for two; a dip test needs tables and more samples for that.
/// </summary>
/// <param name="Low">Median of the lower group.</param>
/// <param name="High">Median of the upper group.</param>
/// <param name="LowShare">Share of the values in the lower group, 0 to 1.</param>
public sealed record TwoModes(double Low, double High, double LowShare)
{
    /// <summary>Below this many values, one distribution falls into two groups too often.</summary>
    public const int Needed = 20;

    private const double LeastShare = 0.2;
    private const double LeastGap = 0.5;
    private const double LeastSeparation = 6;
    private const double NormalConsistency = 1.4826;

    /// <returns>Null where there are not two groups, or too few values to tell.</returns>
    public static TwoModes? Of(IReadOnlyList<double> values)
    {
        if (values.Count < Needed)
        {
            return null;
        }

        double[] sorted = [.. values];
        Array.Sort(sorted);
        var least = (int)Math.Ceiling(LeastShare * sorted.Length);
        var split = Enumerable.Range(least, sorted.Length - (2 * least) + 1).MaxBy(i => sorted[i] - sorted[i - 1]);
        var low = sorted.AsSpan(0, split);
        var high = sorted.AsSpan(split);
        var distance = Median(high) - Median(low);
        return sorted[split] - sorted[split - 1] >= LeastGap * distance && distance > 0 && distance >= LeastSeparation * Math.Max(Spread(low), Spread(high))
            ? new TwoModes(Median(low), Median(high), (double)split / sorted.Length)
            : null;
    }

    private static double Spread(ReadOnlySpan<double> sorted)
    {
        var median = Median(sorted);
        var deviations = new double[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            deviations[i] = Math.Abs(sorted[i] - median);
        }

        Array.Sort(deviations);
        return NormalConsistency * Median(deviations);
    }

    private static double Median(ReadOnlySpan<double> sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
