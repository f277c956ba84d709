using InferBench.Core.Plans;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>One measured cell, seen as a price.</summary>
/// <param name="Cell">The point of the sweep.</param>
/// <param name="UsdPerMillionOutputTokens">Cost at full load, with its 95 % interval.</param>
/// <param name="OutputTokensPerSecond">Rate that the cost divides by.</param>
/// <param name="PerUserTokensPerSecond">Speed that one user sees after the first token; null where one token was generated.</param>
/// <param name="TtftNs">Request start to first token.</param>
/// <param name="Suspect">Whether the cell's validity is in doubt: shown, but never the answer.</param>
public sealed record CostPoint(
    Cell Cell,
    Estimate UsdPerMillionOutputTokens,
    Estimate OutputTokensPerSecond,
    Estimate? PerUserTokensPerSecond,
    Distribution TtftNs,
    bool Suspect);
