namespace InferBench.Core.Statistics;

/// <summary>95 % intervals over the operations of one cell. They speak of spread within this run, not between runs.</summary>
public static class Interval
{
    public const double Confidence = 0.95;

    /// <summary>Mean with Student's interval; no interval below 2 values.</summary>
    public static Estimate OfMean(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        double squares = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Around(mean, squares, values.Length, scale: 1);
    }

    /// <summary>
    /// Ratio of totals, Σ<paramref name="numerators"/> / Σ<paramref name="denominators"/>, with the interval of the ratio estimator
    /// (Cochran, Sampling Techniques, 3rd ed., section 6.3: variance from the residuals numerator − ratio × denominator).
    /// </summary>
    public static Estimate OfRatio(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        ArgumentOutOfRangeException.ThrowIfZero(numerators.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(denominators.Length, numerators.Length);
        double top = 0, bottom = 0;
        for (var i = 0; i < numerators.Length; i++)
        {
            top += numerators[i];
            bottom += denominators[i];
        }

        var ratio = top / bottom;
        double squares = 0;
        for (var i = 0; i < numerators.Length; i++)
        {
            var residual = numerators[i] - (ratio * denominators[i]);
            squares += residual * residual;
        }

        return Around(ratio, squares, numerators.Length, scale: numerators.Length / bottom);
    }

    private static Estimate Around(double value, double squares, int count, double scale)
    {
        if (count < 2)
        {
            return new Estimate(value, null, null);
        }

        var standardError = Math.Sqrt(squares / (count - 1) / count) * scale;
        var half = StudentT.Critical(Confidence, count - 1) * standardError;
        return new Estimate(value, value - half, value + half);
    }
}
