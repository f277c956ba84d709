using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Economics.Costs;

/// <summary>A run's measured cells as cost curves.</summary>
public static class CostCurves
{
    /// <summary>
    /// One curve for each model, precision, provider and shape, in the order in which the run has them.
    /// Cells without figures, cells judged invalid and cells that generated nothing are left out; a curve without points does not exist.
    /// </summary>
    public static IReadOnlyList<CostCurve> From(RunDocument run) =>
    [
        .. run.Cells
            .Where(HasCost)
            .GroupBy(cell => CurveKey.Of(cell.Cell))
            .Select(group => new CostCurve(
                group.Key,
                [.. group.OrderBy(cell => cell.Cell.Batch).Select(cell => PointOf(cell, cell.Metrics!, run.Price))],
                group.First().Quality)),
    ];

    private static bool HasCost(RunCell cell) =>
        cell is { Status: CellStatus.Measured, Metrics.OutputTokensPerSecond.Value: > 0 and < double.PositiveInfinity }
        && cell.Validity?.Verdict != Verdict.Invalid;

    private static CostPoint PointOf(RunCell cell, DecoderMetrics metrics, HourlyPrice price) => new(
        cell.Cell,
        TokenCost.UsdPerMillionOutputTokens(price.UsdPerHour, metrics.OutputTokensPerSecond),
        metrics.OutputTokensPerSecond,
        metrics.PerUserTokensPerSecond,
        metrics.TtftNs,
        // A cell that nobody judged is not known to be valid.
        Suspect: cell.Validity?.Verdict != Verdict.Valid);
}
