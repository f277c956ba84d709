using InferBench.Core.Quality;

namespace InferBench.Economics.Costs;

/// <summary>Cost over batch size.</summary>
/// <param name="Key">What its points share.</param>
/// <param name="Points">In order of batch; at least one.</param>
/// <param name="Quality">What its model loses against a reference; null where it was not scored.</param>
public sealed record CostCurve(CurveKey Key, IReadOnlyList<CostPoint> Points, QualityReport? Quality = null);
