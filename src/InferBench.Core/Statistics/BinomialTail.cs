namespace InferBench.Core.Statistics;

/// <summary>Lower tail of the binomial distribution, to about 13 digits also for millions of trials.</summary>
internal static class BinomialTail
{
    /// <summary>Below this share of the sum a further term changes nothing.</summary>
    private const double Negligible = 1e-18;

    /// <summary>P[X ≤ <paramref name="most"/>] of <paramref name="trials"/> that each fail with probability 1 − <paramref name="success"/>, X failures.</summary>
    /// <param name="most">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="success">Strictly between 0 and 1.</param>
    public static double AtMost(long most, long trials, double success)
    {
        if (most >= trials)
        {
            return 1;
        }

        if (most == 0)
        {
            return Math.Pow(success, trials);
        }

        var failure = 1 - success;

        // From the end that is nearer to nothing, so that the terms only fall.
        return most < trials * failure
            ? Mass(most, trials, success) * Falling(most, trials, success / failure)
            : 1 - (Mass(most + 1, trials, success) * Falling(trials - most - 1, trials, failure / success));
    }

    /// <summary>1 + the further terms of the tail over its first: of <paramref name="count"/> events with these odds against one.</summary>
    private static double Falling(long count, long trials, double odds)
    {
        double sum = 1, term = 1;
        for (var k = count; k > 0; k--)
        {
            var ratio = k / (double)(trials - k + 1) * odds;
            term *= ratio;
            sum += term;
            if (ratio < 1 && term < sum * Negligible * (1 - ratio))
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>P[X = <paramref name="failures"/>] by the saddle point (Loader, Fast and Accurate Computation of Binomial Probabilities, 2000).</summary>
    private static double Mass(long failures, long trials, double success)
    {
        var successes = trials - failures;
        if (successes == 0)
        {
            return Math.Pow(1 - success, trials);
        }

        var exponent = StirlingError(trials) - StirlingError(failures) - StirlingError(successes)
            - Deviance(failures, trials * (1 - success)) - Deviance(successes, trials * success);
        return Math.Exp(exponent) * Math.Sqrt(trials / (2 * Math.PI * failures * successes));
    }

    /// <summary>ln n! less Stirling's formula.</summary>
    private static double StirlingError(double n)
    {
        if (n < 16)
        {
            double factorial = 1;
            for (var i = 2; i <= n; i++)
            {
                factorial *= i;
            }

            return Math.Log(factorial) - (0.5 * Math.Log(2 * Math.PI * n)) - (n * Math.Log(n)) + n;
        }

        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x ln(x / m) + m − x, without cancellation where the two are close.</summary>
    private static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
        {
            return (x * Math.Log(x / mean)) + mean - x;
        }

        var v = difference / (x + mean);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                return next;
            }

            sum = next;
        }
    }
}
