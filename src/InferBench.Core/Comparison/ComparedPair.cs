namespace InferBench.Core.Comparison;

/// <summary>One side against another.</summary>
/// <param name="Base">The side that divides.</param>
/// <param name="Other">The side that is judged.</param>
/// <param name="Spreads">Run-to-run spread that was reckoned with beside what the launches of a cell show themselves.</param>
/// <param name="Cells">Cells that both have, in the order of the base.</param>
/// <param name="NotCompared">Cells without a partner, and those that may not be compared.</param>
/// <param name="Differences">What else differs.</param>
public sealed record ComparedPair(
    ComparedSide Base,
    ComparedSide Other,
    IReadOnlyList<RunSpread> Spreads,
    IReadOnlyList<CellComparison> Cells,
    IReadOnlyList<UncomparedCell> NotCompared,
    IReadOnlyList<EnvironmentDifference> Differences);
