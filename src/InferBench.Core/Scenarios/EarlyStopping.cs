using InferBench.Core.Statistics;

namespace InferBench.Core.Scenarios;

/// <summary>
/// MLPerf's early stopping: how many queries a run needs before its percentile can be stated with 99 % confidence
/// (inference_rules.adoc, "Early Stopping Criterion"; LoadGen's early_stopping.cc).
/// </summary>
public static class EarlyStopping
{
    public const double Confidence = 0.99;

    /// <summary>
    /// Probability of at most <paramref name="over"/> over-latency queries among <paramref name="under"/> + <paramref name="over"/>
    /// where the percentile is not held: P[Binomial(under + over, 1 − percentile + tolerance) ≤ over].
    /// </summary>
    /// <param name="under">Queries under the latency, 0 or more.</param>
    /// <param name="over">Queries over it, 0 or more.</param>
    /// <param name="percentile">Strictly between 0 and 1, as is the difference to the tolerance.</param>
    /// <param name="tolerance">MLPerf's is 0.</param>
    public static double Odds(long under, long over, double percentile, double tolerance = 0) =>
        BinomialTail.AtMost(over, checked(under + over), percentile - tolerance);

    /// <summary>Least number of under-latency queries that make up for <paramref name="over"/> over-latency ones; the run needs both together.</summary>
    /// <param name="over">0 or more.</param>
    /// <param name="percentile">Strictly between 0 and 1, as is the difference to the tolerance.</param>
    /// <param name="tolerance">MLPerf's is 0.</param>
    /// <param name="confidence">Strictly between 0 and 1; MLPerf's is 0.99.</param>
    public static long UnderNeeded(long over, double percentile, double tolerance = 0, double confidence = Confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(over);
        long few = 0, enough = 1;
        while (Odds(enough, over, percentile, tolerance) >= 1 - confidence)
        {
            few = enough;
            enough = checked(enough * 2);
        }

        while (enough - few > 1)
        {
            var middle = few + ((enough - few) / 2);
            if (Odds(middle, over, percentile, tolerance) < 1 - confidence)
            {
                enough = middle;
            }
            else
            {
                few = middle;
            }
        }

        return enough;
    }

    /// <summary>Queries that SingleStream and MultiStream need before they have an estimate.</summary>
    public static long QueriesNeeded(double percentile) => UnderNeeded(1, percentile) + 1;

    /// <summary>
    /// Most over-latency queries that <paramref name="queries"/> can make up for; null where even none is too many.
    /// In SingleStream and MultiStream the estimate is the latency of that rank from the top, and 1 is the least.
    /// </summary>
    public static long? MostOver(long queries, double percentile)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(queries);
        long allowed = -1, tooMany = queries;
        while (tooMany - allowed > 1)
        {
            var middle = allowed + ((tooMany - allowed) / 2);
            if (Odds(queries - middle, middle, percentile) < 1 - Confidence)
            {
                allowed = middle;
            }
            else
            {
                tooMany = middle;
            }
        }

        return allowed < 0 ? null : allowed;
    }
}
