namespace InferBench.Reporting.Charts;

/// <summary>
/// The empirical distribution function: at each value, the share of values that are at most as large. With n values it lies within
/// √(ln(2/0.05) / 2n) of the true one everywhere at 95 % confidence (Dvoretzky, Kiefer and Wolfowitz 1956; Massart, Ann. Probab. 18, 1990).
/// </summary>
internal static class Ecdf
{
    // More steps than this are not told apart by eye, and every step is drawn.
    private const int MostSteps = 20;
    private const double Percent = 100;

    /// <summary>Corners of the steps in percent, from 0 to 100; exact at every step that is kept.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static IReadOnlyList<SeriesPoint> Steps(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var points = new List<SeriesPoint>();
        var share = 0.0;
        for (var step = 1; step <= Math.Min(sorted.Length, MostSteps); step++)
        {
            // The value that the step's share belongs to: the last of those that it takes together.
            var rank = (int)((long)step * sorted.Length / Math.Min(sorted.Length, MostSteps));
            var value = sorted[rank - 1];
            points.Add(new(value, share));
            share = Percent * rank / sorted.Length;
            points.Add(new(value, share));
        }

        return points;
    }

    /// <summary>Half the width of the 95 % band, in percent of the values.</summary>
    public static double HalfBand(int count) => Percent * Math.Sqrt(Math.Log(2 / 0.05) / (2.0 * count));
}
