using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Economics.Costs;

/// <summary>A run's measured cells as cost curves.</summary>
public static class CostCurves
{
    /// <summary>
    /// One curve for each model, precision, provider and shape, in the order in which the run has them.
    /// Cells without figures, cells judged invalid and cells that generated nothing are left out; a curve without points does not exist.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="unit">What is bought: a run may have decoders and one-shot models, whose costs are not compared.</param>
    public static IReadOnlyList<CostCurve> From(RunDocument run, CostUnit unit = CostUnit.OutputTokens) =>
    [
        .. run.Cells
            .Where(cell => UnitOf(cell.Cell) == unit && cell.IsUsable)
            .GroupBy(cell => CurveKey.Of(cell.Cell))
            .Select(group => new CostCurve(
                group.Key,
                [.. group.GroupBy(cell => cell.Cell.Batch).OrderBy(batch => batch.Key).Select(batch => PointOf([.. batch], run.Price))],
                group.First().Quality)),
    ];

    /// <summary>What a cell's cost is the cost of.</summary>
    public static CostUnit UnitOf(Cell cell) => cell.IsOneShot ? CostUnit.Items : CostUnit.OutputTokens;

    /// <summary>A cell that was launched several times is one point, with the interval from run to run: that is the one that another run will see.</summary>
    private static CostPoint PointOf(IReadOnlyList<RunCell> launches, HourlyPrice price)
    {
        var first = launches[0];
        var rate = Over(launches, cell => cell.Rate)!;
        return new(
            first.Cell,
            UnitOf(first.Cell),
            UnitCost.UsdPerMillion(price.UsdPerHour, rate),
            rate,
            Over(launches, cell => cell.Metrics?.PerUserTokensPerSecond),
            first.Metrics?.TtftNs ?? first.Items!.LatencyNs,
            // A cell that nobody judged is not known to be valid.
            Suspect: launches.Any(cell => cell.Validity?.Verdict != Verdict.Valid));
    }

    private static Estimate? Over(IReadOnlyList<RunCell> launches, Func<RunCell, Estimate?> rate) =>
        launches.Count == 1 ? rate(launches[0])
        : launches.All(cell => rate(cell) is not null) ? Interval.OfMean([.. launches.Select(cell => 1 / rate(cell)!.Value)]).Inverted(1)
        : null;
}
