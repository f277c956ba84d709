namespace InferBench.Core.Statistics;

/// <summary>
/// LoadGen's percentile, <c>sorted[floor(n·p)]</c>, and null where n values cannot support it: the largest of n values bounds the
/// p-quantile with 95 % confidence only from n ≥ ln(0.05) / ln(p) on (P50: 5, P90: 29, P95: 59, P99: 299).
/// </summary>
public static class Percentile
{
    /// <param name="sorted">Values in ascending order.</param>
    /// <param name="p">Strictly between 0 and 1.</param>
    public static double? Of(ReadOnlySpan<double> sorted, double p) =>
        sorted.Length < NeededCount(p) ? null : sorted[Math.Min((int)(sorted.Length * p), sorted.Length - 1)];

    /// <summary>Values needed before a percentile is reported.</summary>
    public static int NeededCount(double p) => (int)Math.Ceiling(Math.Log(1 - Interval.Confidence) / Math.Log(p));
}
