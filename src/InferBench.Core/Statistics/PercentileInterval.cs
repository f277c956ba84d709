namespace InferBench.Core.Statistics;

/// <summary>
/// 95 % interval of a percentile from order statistics, whatever the distribution (David, Nagaraja: Order Statistics, 3rd ed., section 7.1):
/// the number of values below the p-quantile is binomial, so that the values of two ranks enclose it.
/// </summary>
public static class PercentileInterval
{
    private const double Tail = (1 - Interval.Confidence) / 2;

    /// <param name="sorted">Values in ascending order, independent of each other.</param>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <returns>Each end null where no value lies far enough out: the largest of 100 values is no upper end of the 99th percentile.</returns>
    public static Bounds Of(ReadOnlySpan<double> sorted, double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        var (lower, upper) = Ranks(sorted.Length, p);
        return new Bounds(lower >= 1 ? sorted[lower - 1] : null, upper <= sorted.Length ? sorted[upper - 1] : null);
    }

    /// <summary>
    /// The greatest rank r with P(B ≤ r − 1) ≤ 2.5 % (0 where there is none) and the least with P(B ≥ r) ≤ 2.5 % (n + 1 where there is none),
    /// B binomial of n and p.
    /// </summary>
    internal static (int Lower, int Upper) Ranks(int n, double p)
    {
        // Both tails are monotone in the rank.
        var lower = Last(0, n, rank => rank == 0 || AtMost(rank - 1, n, p) <= Tail);
        var upper = n + 1 - Last(0, n, rank => rank == 0 || 1 - AtMost(n - rank, n, p) <= Tail);
        return (lower, upper);
    }

    /// <summary>P(B ≤ k).</summary>
    internal static double AtMost(int k, int n, double p) => k < 0 ? 0 : BinomialTail.AtMost(k, n, 1 - p);

    private static int Last(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = holds(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
