namespace InferBench.Core.Statistics;

/// <summary>
/// Intervals by resampling (Efron, Tibshirani: An Introduction to the Bootstrap, chapter 13, percentile interval). The same seed gives the same interval on
/// every machine, and both are recorded with the figure.
/// </summary>
public static class Bootstrap
{
    public const int Resamples = 2_000;

    public const long Seed = 20_040_229;

    /// <summary>
    /// Ratio of two rates, each total work over total time, with its 95 % interval; operations of either side are drawn again with replacement.
    /// </summary>
    /// <param name="work">Work of each operation of the one side.</param>
    /// <param name="time">Its time.</param>
    /// <param name="otherWork">Work of each operation of the other side, which divides.</param>
    /// <param name="otherTime">Its time.</param>
    /// <returns>No interval where a side has fewer than two operations.</returns>
    public static Estimate OfRateRatio(
        ReadOnlySpan<double> work, ReadOnlySpan<double> time, ReadOnlySpan<double> otherWork, ReadOnlySpan<double> otherTime)
    {
        ArgumentOutOfRangeException.ThrowIfZero(work.Length);
        ArgumentOutOfRangeException.ThrowIfZero(otherWork.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(time.Length, work.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(otherTime.Length, otherWork.Length);
        var ratio = Rate(work, time) / Rate(otherWork, otherTime);
        if (work.Length < 2 || otherWork.Length < 2)
        {
            return new Estimate(ratio, null, null);
        }

        var ratios = new double[Resamples];
        var random = new SplitMix64(Seed, 0);
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = Resampled(work, time, ref random) / Resampled(otherWork, otherTime, ref random);
        }

        Array.Sort(ratios);
        const int Outside = (int)(Resamples * (1 - Interval.Confidence) / 2);
        return new Estimate(ratio, ratios[Outside], ratios[^(Outside + 1)]);
    }

    private static double Rate(ReadOnlySpan<double> work, ReadOnlySpan<double> time)
    {
        double top = 0, bottom = 0;
        for (var i = 0; i < work.Length; i++)
        {
            top += work[i];
            bottom += time[i];
        }

        return top / bottom;
    }

    private static double Resampled(ReadOnlySpan<double> work, ReadOnlySpan<double> time, ref SplitMix64 random)
    {
        double top = 0, bottom = 0;
        for (var i = 0; i < work.Length; i++)
        {
            var drawn = (int)random.Below(work.Length);
            top += work[drawn];
            bottom += time[drawn];
        }

        return top / bottom;
    }
}
