namespace InferBench.Core.Metrics;

/// <summary>Where the time of a cell on a device goes, in nanoseconds: totals over all operations divided by how many passes there were.</summary>
/// <param name="Prefill">Of a prefill; of a one-shot model, of its pass.</param>
/// <param name="Step">Of a decode step; null where there was none.</param>
public sealed record CellDeviceTime(PassTime Prefill, PassTime? Step);
