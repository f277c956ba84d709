using InferBench.Core.Plans;

namespace InferBench.Economics.Projection;

/// <param name="Cell">A cell that was not projected.</param>
/// <param name="Reason">Why not, in a sentence.</param>
public sealed record SkippedCell(Cell Cell, string Reason);
