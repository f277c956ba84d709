namespace InferBench.Economics.Projection;

/// <summary>How far projections were from what was measured, as fractions.</summary>
/// <param name="Cells">Cells that were compared.</param>
/// <param name="MedianAbsolute">Median of the absolute errors.</param>
/// <param name="LargestAbsolute">Largest of them.</param>
public sealed record ProjectionError(int Cells, double MedianAbsolute, double LargestAbsolute)
{
    /// <returns>Null of none.</returns>
    public static ProjectionError? Of(IEnumerable<double> errors)
    {
        var sorted = errors.Select(Math.Abs).Order().ToList();
        return sorted.Count == 0 ? null : new(sorted.Count, (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted[^1]);
    }
}
