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
            .Where(cell => UnitOf(cell.Cell) == unit && HasCost(cell))
            .GroupBy(cell => CurveKey.Of(cell.Cell))
            .Select(group => new CostCurve(
                group.Key,
                [.. group.OrderBy(cell => cell.Cell.Batch).Select(cell => PointOf(cell, run.Price))],
                group.First().Quality)),
    ];

    /// <summary>What a cell's cost is the cost of.</summary>
    public static CostUnit UnitOf(Cell cell) => cell.IsOneShot ? CostUnit.Items : CostUnit.OutputTokens;

    private static bool HasCost(RunCell cell) =>
        cell.Status == CellStatus.Measured
        && Rate(cell) is { Value: > 0 and < double.PositiveInfinity }
        && cell.Validity?.Verdict != Verdict.Invalid;

    private static Estimate? Rate(RunCell cell) => cell.Metrics?.OutputTokensPerSecond ?? cell.Items?.ItemsPerSecond;

    private static CostPoint PointOf(RunCell cell, HourlyPrice price)
    {
        var rate = Rate(cell)!;
        return new(
            cell.Cell,
            UnitOf(cell.Cell),
            UnitCost.UsdPerMillion(price.UsdPerHour, rate),
            rate,
            cell.Metrics?.PerUserTokensPerSecond,
            cell.Metrics?.TtftNs ?? cell.Items!.LatencyNs,
            // A cell that nobody judged is not known to be valid.
            Suspect: cell.Validity?.Verdict != Verdict.Valid);
    }
}
