using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>
/// A share with Wilson's 95 % score interval (Wilson 1927, JASA 22:209–212), which stays inside [0, 1] and is not empty at 0 or 1.
/// It takes the trials for independent.
/// </summary>
internal static class Wilson
{
    /// <summary>97.5 % quantile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    public static Estimate Of(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var share = (double)successes / trials;
        var scale = 1 / (1 + (Z * Z / trials));
        var centre = (share + (Z * Z / (2.0 * trials))) * scale;
        var half = Z * scale * Math.Sqrt((share * (1 - share) / trials) + (Z * Z / (4.0 * trials * trials)));

        // At 0 and 1 the end is the share itself, which the sum above misses by a rounding.
        return new Estimate(share, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }
}
