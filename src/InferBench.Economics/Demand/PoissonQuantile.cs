namespace InferBench.Economics.Demand;

/// <summary>Quantiles of a Poisson count.</summary>
internal static class PoissonQuantile
{
    /// <summary>Beyond it the normal approximation is exact to a part in ten thousand, and the sum would be long.</summary>
    private const double LargestSummed = 1e5;

    /// <summary>The 99 % point of the standard normal distribution.</summary>
    private const double Normal99 = 2.3263478740408408;

    /// <summary>The least k with P(K ≤ k) ≥ <paramref name="p"/>.</summary>
    /// <param name="mean">Above zero.</param>
    /// <param name="p">Strictly between 0 and 1; above <see cref="LargestSummed"/> only 0.99.</param>
    public static double Of(double mean, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        if (mean > LargestSummed)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(p, 0.99);
            return Math.Ceiling(mean + (Normal99 * Math.Sqrt(mean)) + ((Normal99 * Normal99) - 1) / 6);
        }

        // In logarithms: e^-mean is zero in double precision from 746 on.
        double logTerm = -mean, total = Math.Exp(logTerm);
        var k = 0;
        while (total < p && k < mean + (50 * Math.Sqrt(mean)) + 50)
        {
            k++;
            logTerm += Math.Log(mean / k);
            total += Math.Exp(logTerm);
        }

        return k;
    }
}
