using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>
/// How much of what the machine can do a decoder cell uses. Shares of ceilings are null where those were not measured.
/// </summary>
/// <param name="DecodeBytesPerStep">
/// Bytes that a decode step has to read: the model's weights once for the whole batch, and the keys and values of each sequence's context at its
/// mean length over the steps, prompt + generated / 2; null where either is not known.
/// </param>
/// <param name="DecodeBandwidthUse">MBU: those bytes over the mean TPOT, as a share of <c>BandwidthBytesPerSecond</c>. 0 to 1, and above 1 where the ceiling was measured too low.</param>
/// <param name="BandwidthBytesPerSecond">The memory bandwidth ceiling; null where none was measured.</param>
/// <param name="PrefillOperations">
/// Operations of a prefill: 2 for each parameter that is multiplied as a matrix, for each prompt token of the batch. Attention's own products,
/// which grow with the square of the prompt, are left out, and the output head counts for every position even where a graph needs only the last.
/// </param>
/// <param name="PrefillComputeUse">MFU: those operations over the mean TTFT, as a share of <c>MatMulOperationsPerSecond</c>.</param>
/// <param name="MatMulOperationsPerSecond">The matrix product ceiling of the cell's weight format; null where it was not measured.</param>
/// <param name="DecodeBandwidthUseMeanwhile">
/// The same bytes as a share of what memory gave right before and after the cell (<see cref="Runs.MemorySpeed"/>): where others use the machine's
/// memory, the ceiling is what it gives at its best, and this is what could be had at the time. Null where that was not measured.
/// </param>
public sealed record CellEfficiency(
    double? DecodeBytesPerStep,
    Estimate? DecodeBandwidthUse,
    double? BandwidthBytesPerSecond,
    double? PrefillOperations,
    Estimate? PrefillComputeUse,
    double? MatMulOperationsPerSecond,
    Estimate? DecodeBandwidthUseMeanwhile = null);
