using InferBench.Core.Plans;

namespace InferBench.Economics.Projection;

/// <summary>A projected cell beside what was measured on the machine that it was projected to.</summary>
/// <param name="Cell">The cell, as measured there.</param>
/// <param name="Projected">What was projected.</param>
/// <param name="MeasuredTpotNs">Mean TPOT there.</param>
/// <param name="MeasuredTtftNs">Mean TTFT there.</param>
/// <param name="Suspect">Whether the validity of either measured cell is in doubt.</param>
public sealed record CheckedCell(Cell Cell, ProjectedCell Projected, double MeasuredTpotNs, double MeasuredTtftNs, bool Suspect)
{
    /// <summary>Projected over measured, less 1: above zero where the projection is too slow.</summary>
    public double TpotError => (Projected.TpotNs / MeasuredTpotNs) - 1;

    /// <summary>The same of TTFT; null where none was projected.</summary>
    public double? TtftError => (Projected.TtftNs / MeasuredTtftNs) - 1;
}
