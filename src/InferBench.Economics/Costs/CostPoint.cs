using InferBench.Core.Plans;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>One measured cell, seen as a price.</summary>
/// <param name="Cell">The point of the sweep.</param>
/// <param name="Unit">What is bought.</param>
/// <param name="UsdPerMillion">Cost of a million units at full load, with its 95 % interval.</param>
/// <param name="PerSecond">Rate that the cost divides by: output tokens or items.</param>
/// <param name="PerUserTokensPerSecond">Speed that one user sees after the first token; null where one token or none was generated.</param>
/// <param name="FirstNs">Request start to first token, or to an item's outputs.</param>
/// <param name="Suspect">Whether the cell's validity is in doubt: shown, but never the answer.</param>
public sealed record CostPoint(
    Cell Cell,
    CostUnit Unit,
    Estimate UsdPerMillion,
    Estimate PerSecond,
    Estimate? PerUserTokensPerSecond,
    Distribution FirstNs,
    bool Suspect);
