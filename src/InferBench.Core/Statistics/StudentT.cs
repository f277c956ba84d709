namespace InferBench.Core.Statistics;

/// <summary>Student's t distribution (Abramowitz and Stegun 26.5.27, 26.7.1).</summary>
public static class StudentT
{
    /// <summary>Two-sided critical value: the t with P(|T| ≤ t) = <paramref name="confidence"/>.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">1 or more; those of several variances together are no whole number.</param>
    public static double Critical(double confidence, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);

        double low = 0, high = 1;
        while (CentralProbability(high, degreesOfFreedom) < confidence)
        {
            high *= 2;
        }

        // Bisection to the last bit: called a few times for each cell, so certainty is worth more than speed.
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
