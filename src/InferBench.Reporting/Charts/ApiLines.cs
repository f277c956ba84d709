using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;

namespace InferBench.Reporting.Charts;

/// <summary>The few APIs that a chart has room for: those whose price is crossed within it.</summary>
internal static class ApiLines
{
    private const int Most = 3;

    private static readonly Caveat[] Doubts = [Caveat.TooOld, Caveat.Stale, Caveat.Announced, Caveat.Recalled, Caveat.LowConfidence, Caveat.SomeHours];

    /// <summary>The same weights first, then evenly spaced by price; of several with one price the first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="lowest">Lowest break-even utilization that the chart shows.</param>
    /// <param name="highest">Highest.</param>
    public static IReadOnlyList<ApiComparison> Of(CostReport report, double lowest, double highest)
    {
        var crossed = report.Comparisons
            .Where(one => one.Crossing.Utilization is { Value: var at } && at >= lowest && at <= highest && !one.Caveats.Intersect(Doubts).Any())
            .DistinctBy(one => one.OutputWithInput)
            .OrderByDescending(one => one.SameWeights).ThenBy(one => one.OutputWithInput)
            .ToList();
        return crossed.Count <= Most ? crossed : [.. Enumerable.Range(0, Most).Select(index => crossed[index * (crossed.Count - 1) / (Most - 1)])];
    }
}
