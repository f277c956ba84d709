using System.Collections.Concurrent;

namespace InferBench.Core.Statistics;

/// <summary>Student's t distribution (Abramowitz and Stegun 26.5.27, 26.7.1).</summary>
public static class StudentT
{
    /// <summary>A value takes a millisecond to the last bit, and ten thousand cells ask for the same few.</summary>
    private static readonly ConcurrentDictionary<(double Confidence, int DegreesOfFreedom), double> Known = new();

    /// <summary>A document may hold any number of operations, and memory is not for all of them.</summary>
    private const int MostKnown = 4_096;

    /// <summary>Two-sided critical value: the t with P(|T| ≤ t) = <paramref name="confidence"/>.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">1 or more.</param>
    public static double Critical(double confidence, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (Known.TryGetValue((confidence, degreesOfFreedom), out var known))
        {
            return known;
        }

        var critical = Bisected(confidence, degreesOfFreedom);
        if (Known.Count < MostKnown)
        {
            Known[(confidence, degreesOfFreedom)] = critical;
        }

        return critical;
    }

    /// <summary>By bisection to the last bit: certainty is worth more than speed.</summary>
    private static double Bisected(double confidence, int degreesOfFreedom)
    {
        double low = 0, high = 1;
        while (CentralProbability(high, degreesOfFreedom) < confidence)
        {
            high *= 2;
        }

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
