namespace InferBench.Economics.Sizing;

/// <summary>What to buy or rent.</summary>
/// <param name="Plan">The cheapest; null where no cell answers.</param>
/// <param name="Twice">The cheapest at twice the demand; null where no cell answers.</param>
/// <param name="Others">The cheapest of each other machine and precision, cheapest first.</param>
/// <param name="Refused">Cells that cannot answer, and why.</param>
/// <param name="Nearest">The cell that comes nearest; null where one answers, or where there is none.</param>
public sealed record SizingAnswer(
    FleetPlan? Plan, FleetPlan? Twice, IReadOnlyList<FleetPlan> Others, IReadOnlyList<RefusedCell> Refused, RefusedCell? Nearest);
