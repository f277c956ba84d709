namespace InferBench.Core.Statistics;

/// <summary>
/// Whether values rise or fall over their order: Mann and Kendall's test, which asks nothing of their distribution, and Theil and Sen's slope,
/// the median of all slopes between two of them, which a few outliers do not move (Gilbert, Statistical Methods for Environmental Pollution
/// Monitoring, 1987, chapters 16.4 and 16.5; the variance with ties is his equation 16.4).
/// </summary>
/// <param name="Z">The test's standard normal deviate; positive for values that rise.</param>
/// <param name="RelativeChange">What the slope adds from the first value to the last, as a fraction of the median.</param>
public sealed record Trend(double Z, double RelativeChange)
{
    /// <summary>Below this the normal approximation of the test is too coarse (Gilbert, chapter 16.4.2).</summary>
    public const int Needed = 10;

    /// <summary>Pairs grow with the square: longer series are taken as the medians of so many consecutive groups.</summary>
    private const int MostPoints = 200;

    /// <returns>Null below <see cref="Needed"/> values, or where they are not positive times.</returns>
    public static Trend? Of(IReadOnlyList<double> values)
    {
        var points = Groups(values);
        var median = points.Length == 0 ? 0 : Median([.. points]);
        if (points.Length < Needed || median <= 0)
        {
            return null;
        }

        var slopes = new double[points.Length * (points.Length - 1) / 2];
        var (next, concordance) = (0, 0);
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++)
            {
                concordance += Math.Sign(points[j] - points[i]);
                slopes[next++] = (points[j] - points[i]) / (j - i);
            }
        }

        var variance = Variance(points);
        var z = variance <= 0 ? 0 : (concordance - Math.Sign(concordance)) / Math.Sqrt(variance);
        return new Trend(z, Median(slopes) * (points.Length - 1) / median);
    }

    private static double Variance(double[] points)
    {
        double n = points.Length;
        var ties = points.GroupBy(value => value).Sum(group => (double)group.Count() * (group.Count() - 1) * ((2 * group.Count()) + 5));
        return ((n * (n - 1) * ((2 * n) + 5)) - ties) / 18;
    }

    private static double[] Groups(IReadOnlyList<double> values)
    {
        var groups = Math.Min(values.Count, MostPoints);
        return [.. Enumerable.Range(0, groups).Select(group => Median([.. Slice(values, group, groups)]))];
    }

    private static IEnumerable<double> Slice(IReadOnlyList<double> values, int group, int groups)
    {
        var end = (int)((long)(group + 1) * values.Count / groups);
        for (var i = (int)((long)group * values.Count / groups); i < end; i++)
        {
            yield return values[i];
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
