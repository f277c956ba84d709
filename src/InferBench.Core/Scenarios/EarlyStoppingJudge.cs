using System.Globalization;

namespace InferBench.Core.Scenarios;

/// <summary>Early stopping of a run in LoadGen's own words (<c>PerformanceSummary::EarlyStopping</c> in results.cc).</summary>
internal static class EarlyStoppingJudge
{
    /// <summary>The percentile that SingleStream estimates too, from which MultiStream may be inferred.</summary>
    private const double MultiStreamPercentile = 0.99;

    /// <param name="queries">Queries issued.</param>
    /// <param name="percentile">The percentile that counts.</param>
    /// <param name="latencies">Of queries.</param>
    /// <param name="limitNs">What they are held against.</param>
    public static EarlyStoppingResult OfServer(long queries, double percentile, LatencyFigures latencies, long limitNs)
    {
        var over = latencies.Over(limitNs);
        var needed = EarlyStopping.UnderNeeded(over, percentile) + over;
        return queries >= needed
            ? new EarlyStoppingResult(true, " * Run successful.")
            : new EarlyStoppingResult(false, Text(
                $" * Run unsuccessful.\n * Processed {queries} queries.\n * Would need to run at least {needed - queries} more queries,\n with the run being successful if every additional\n query were under latency."));
    }

    /// <param name="queries">Queries issued.</param>
    /// <param name="percentile">The percentile that counts.</param>
    /// <param name="latencies">Of queries.</param>
    /// <param name="withMultiStream">Whether the 99th percentile is estimated too.</param>
    public static EarlyStoppingResult OfStream(long queries, double percentile, LatencyFigures latencies, bool withMultiStream)
    {
        var needed = EarlyStopping.QueriesNeeded(percentile);
        if (queries < needed)
        {
            return new EarlyStoppingResult(
                false, Text($" * Only processed {queries} queries.\n * Need to process at least {needed} queries for early stopping."));
        }

        // The estimate is a latency that may be exceeded; where even one may not, the longest would be an estimate of nothing.
        var rank = EarlyStopping.MostOver(queries, percentile)!.Value;
        var estimate = latencies.FromTopNs(rank);
        var text = Text(
            $" * Processed at least {needed} queries ({queries}).\n * Would discard {rank - 1} highest latency queries.\n * Early stopping {Ordinal(percentile)} percentile estimate: {estimate}");
        if (!withMultiStream)
        {
            return new EarlyStoppingResult(true, text, estimate);
        }

        var neededForMultiStream = EarlyStopping.QueriesNeeded(MultiStreamPercentile);
        if (queries < neededForMultiStream)
        {
            return new EarlyStoppingResult(true, text + Text(
                $"\n * Not enough queries processed for {Ordinal(MultiStreamPercentile)} percentile\n early stopping estimate (would need to process at\n least {neededForMultiStream} total queries)."), estimate);
        }

        var estimate99 = latencies.FromTopNs(EarlyStopping.MostOver(queries, MultiStreamPercentile)!.Value);
        return new EarlyStoppingResult(
            true, text + Text($"\n * Early stopping {Ordinal(MultiStreamPercentile)} percentile estimate: {estimate99}"), estimate, estimate99);
    }

    private static string Ordinal(double percentile) => LoadGenText.OneDecimal(percentile * 100) + "th";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
