using InferBench.Core.Plans;

namespace InferBench.Economics.Projection;

/// <summary>What a cell would do on another machine: computed, not measured.</summary>
/// <param name="Cell">The cell, as of its first launch.</param>
/// <param name="MeasuredTpotNs">Mean TPOT here.</param>
/// <param name="MeasuredTtftNs">Mean TTFT here.</param>
/// <param name="BandwidthUse">MBU that is carried over.</param>
/// <param name="BandwidthUseBatch">Batch of the cell that it was measured at.</param>
/// <param name="ComputeUse">MFU that is carried over; null where it was not measured, and then nothing that depends on it is projected.</param>
/// <param name="TpotNs">Projected.</param>
/// <param name="ComputeBound">Whether matrix products, not memory, set the projected TPOT; null where the target's rate or the MFU is not known, so that only memory was looked at.</param>
/// <param name="TtftNs">Projected; null where the target's rate or the MFU is not known.</param>
/// <param name="OutputTokensPerSecond">Projected, of the whole batch; null where TTFT is.</param>
/// <param name="Fits">Whether weights and cache fit the target's memory, with a tenth left for the runtime; null where its memory or the cache is not known.</param>
/// <param name="Suspect">Whether the validity of the measured cell is in doubt.</param>
public sealed record ProjectedCell(
    Cell Cell,
    double MeasuredTpotNs,
    double MeasuredTtftNs,
    double BandwidthUse,
    int BandwidthUseBatch,
    double? ComputeUse,
    double TpotNs,
    bool? ComputeBound,
    double? TtftNs,
    double? OutputTokensPerSecond,
    bool? Fits,
    bool Suspect);
