using System.Text.Json.Serialization;
using InferBench.Core.Plans;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>One measured decoder cell under the question's conditions.</summary>
/// <param name="Cell">The cell, as of its first launch.</param>
/// <param name="Suspect">Whether its validity is in doubt: shown, but the answer only where no valid cell is left.</param>
/// <param name="MissedTargets">Which latency targets it misses, in words; empty where it meets them all.</param>
/// <param name="TtftNs">Mean time to the first token.</param>
/// <param name="TpotNs">Mean time per output token after it; null where one token was generated.</param>
/// <param name="PerUserTokensPerSecond">Speed that one user sees; null where one token was generated.</param>
/// <param name="InputShare">Share of the measured time up to first tokens, and so of the bill that input carries.</param>
/// <param name="Utilization">How busy the machine is with it.</param>
/// <param name="Costs">At that utilization and the measured lengths; null where nothing is made that could carry the bill.</param>
/// <param name="OutputWithInput">US dollars per million output tokens with their input, at the question's ratio: what cells are ranked by.</param>
/// <param name="Times">Where its time went.</param>
public sealed record CellCost(
    Cell Cell,
    bool Suspect,
    IReadOnlyList<string> MissedTargets,
    Estimate TtftNs,
    Estimate? TpotNs,
    Estimate? PerUserTokensPerSecond,
    double InputShare,
    Utilization Utilization,
    UnitCosts? Costs,
    Estimate? OutputWithInput,
    [property: JsonIgnore] CellTimes Times);
