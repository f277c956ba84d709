using InferBench.Core.Plans;

namespace InferBench.Core.Comparison;

/// <summary>A cell that was not compared.</summary>
/// <param name="Side">Letter of the side that has it.</param>
/// <param name="Cell">The cell, of its first launch.</param>
/// <param name="Reason">Why not, in one line.</param>
/// <param name="Broke">Whether the base measured it and the other side failed at it: worse than any slow-down.</param>
public sealed record UncomparedCell(string Side, Cell Cell, string Reason, bool Broke = false);
