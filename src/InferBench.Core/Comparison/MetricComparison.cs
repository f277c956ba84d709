using InferBench.Core.Statistics;

namespace InferBench.Core.Comparison;

/// <summary>One metric of one cell on both sides. Values are geometric means over launches.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Base">Its value on the side that divides: units per second, nanoseconds, US dollars or joules.</param>
/// <param name="Other">Its value on the other side.</param>
/// <param name="Ratio">Other over base, with the 95 % interval from run to run, not widened for the number of tests.</param>
/// <param name="PValue">Of no difference at all; null where the metric is shown only.</param>
/// <param name="AdjustedPValue">The same after Holm's correction over all tests of the comparison.</param>
/// <param name="SmallestDifference">
/// The smallest difference, as a fraction, that this test would have found about four times in five; null where the metric is shown only.
/// </param>
/// <param name="Verdict">What was found; null where the metric is shown only.</param>
public sealed record MetricComparison(
    ComparedMetric Metric,
    double Base,
    double Other,
    Estimate Ratio,
    double? PValue = null,
    double? AdjustedPValue = null,
    double? SmallestDifference = null,
    DifferenceVerdict? Verdict = null)
{
    /// <summary>How much worse the other side is, as a fraction of the base; negative where it is better.</summary>
    public double Regression => MetricReadings.MoreIsBetter(Metric) ? 1 - Ratio.Value : Ratio.Value - 1;
}
