using System.Collections.Concurrent;

namespace InferBench.Core.Statistics;

/// <summary>Student's t distribution (Abramowitz and Stegun 26.5.27, 26.7.1).</summary>
public static class StudentT
{
    private const int MostKept = 4_096;

    // Ten thousand cells of eight operations ask for the same few values, again for every figure in dollars.
    private static readonly ConcurrentDictionary<(double Confidence, double DegreesOfFreedom), double> Kept = new();

    /// <summary>Two-sided critical value: the t with P(|T| ≤ t) = <paramref name="confidence"/>.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">1 or more; those of several variances together are no whole number.</param>
    public static double Critical(double confidence, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);

        if (Kept.TryGetValue((confidence, degreesOfFreedom), out var kept))
        {
            return kept;
        }

        var critical = Bisected(confidence, degreesOfFreedom);
        if (Kept.Count < MostKept)
        {
            Kept[(confidence, degreesOfFreedom)] = critical;
        }

        return critical;
    }

    private static double Bisected(double confidence, double degreesOfFreedom)
    {
        double low = 0, high = 1;
        while (CentralProbability(high, degreesOfFreedom) < confidence)
        {
            high *= 2;
        }

        // Bisection to the last bit: certainty is worth more than speed.
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (CentralProbability(middle, degreesOfFreedom) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    /// <summary>P(|T| ≤ <paramref name="t"/>).</summary>
    internal static double CentralProbability(double t, double degreesOfFreedom) => 1 - BothTails(t, degreesOfFreedom);

    /// <summary>P(|T| ≥ |<paramref name="t"/>|), exact also where it is far below the rounding of 1.</summary>
    internal static double BothTails(double t, double degreesOfFreedom) =>
        IncompleteBeta.Regularized(degreesOfFreedom / (degreesOfFreedom + (t * t)), degreesOfFreedom / 2, 0.5);
}
