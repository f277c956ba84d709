using InferBench.Core.Plans;
using InferBench.Core.Statistics;

namespace InferBench.Reporting.Results;

/// <summary>A run's cheapest valid cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Unit">What is bought: <c>output-tokens</c> or <c>items</c>.</param>
/// <param name="UsdPerMillion">US dollars per million of it at full load, with the 95 % interval.</param>
/// <param name="PerSecond">The rate behind it.</param>
/// <param name="PerUserTokensPerSecond">Speed that one user sees; null for items, and where one token was generated.</param>
public sealed record IndexedCell(Cell Cell, string Unit, Estimate UsdPerMillion, Estimate PerSecond, Estimate? PerUserTokensPerSecond);
