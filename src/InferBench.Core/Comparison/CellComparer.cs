using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Core.Comparison;

/// <summary>Compares one cell of two sides, metric by metric.</summary>
/// <param name="spreads">Run-to-run spread of both sides.</param>
/// <param name="price">What an hour of the base costs.</param>
/// <param name="otherPrice">What an hour of the other side costs.</param>
/// <param name="level">Error of a single test, by which the smallest difference is reckoned.</param>
internal sealed class CellComparer(RunSpreads spreads, HourlyPrice price, HourlyPrice otherPrice, double level)
{
    /// <summary>Tests that a pair of cells gives rise to.</summary>
    public static IEnumerable<ComparedMetric> Tests(CellLaunches divisor, CellLaunches other) =>
        MetricReadings.Tested.Where(metric => divisor.Readings(metric).Count > 0 && other.Readings(metric).Count > 0);

    public CellComparison Compare(CellLaunches divisor, CellLaunches other)
    {
        var tested = Tests(divisor, other).Select(metric => Tested(metric, divisor, other)).ToList();
        return new CellComparison(
            divisor.Cell,
            other.Cell,
            divisor.Usable.Count,
            other.Usable.Count,
            [.. tested, .. Shown(ComparedMetric.E2e, divisor, other), .. Cost(tested[0]), .. Shown(ComparedMetric.Joules, divisor, other)],
            [.. divisor.Doubts.Select(doubt => $"base: {doubt}"), .. other.Doubts.Select(doubt => $"other: {doubt}")]);
    }

    private MetricComparison Tested(ComparedMetric metric, CellLaunches divisor, CellLaunches other)
    {
        var (left, right) = (Mean(metric, divisor), Mean(metric, other));
        var test = new RatioTest(left, right);
        return new MetricComparison(metric, Math.Exp(left.Mean), Math.Exp(right.Mean), test.Ratio, test.PValue, SmallestDifference: test.Smallest(level));
    }

    private IEnumerable<MetricComparison> Shown(ComparedMetric metric, CellLaunches divisor, CellLaunches other)
    {
        if (divisor.Readings(metric).Count == 0 || other.Readings(metric).Count == 0)
        {
            return [];
        }

        var (left, right) = (Mean(metric, divisor), Mean(metric, other));
        var ratio = new RatioTest(left, right).Ratio;

        // A sensor's reading has no error of its own, and the default was measured on times.
        var known = metric != ComparedMetric.Joules || spreads.IsMeasured(metric, divisor.Cell);
        return [new MetricComparison(metric, Math.Exp(left.Mean), Math.Exp(right.Mean), known ? ratio : new Estimate(ratio.Value, null, null))];
    }

    private IEnumerable<MetricComparison> Cost(MetricComparison rate)
    {
        // A machine that costs nothing has no ratio to divide by.
        if (price.UsdPerHour <= 0 || otherPrice.UsdPerHour <= 0)
        {
            return [];
        }

        const double UnitsPerHourInMillions = 3600 / 1e6;
        return
        [
            new MetricComparison(
                ComparedMetric.UsdPerMillion,
                price.UsdPerHour / (rate.Base * UnitsPerHourInMillions),
                otherPrice.UsdPerHour / (rate.Other * UnitsPerHourInMillions),
                rate.Ratio.Inverted(otherPrice.UsdPerHour / price.UsdPerHour)),
        ];
    }

    private LogMean Mean(ComparedMetric metric, CellLaunches cell) =>
        LogMean.Of(cell.Readings(metric), spreads.Of(metric, cell.Cell), RunSpreads.Freedom);
}
