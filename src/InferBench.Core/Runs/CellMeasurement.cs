using InferBench.Core.Samples;
using InferBench.Core.Telemetry;

namespace InferBench.Core.Runs;

/// <summary>What a worker measured in one cell: raw, before any statistics.</summary>
/// <param name="Samples">Measured operations, in order.</param>
/// <param name="Warmup">Warm-up as applied.</param>
/// <param name="Stop">Why measuring stopped.</param>
/// <param name="OutputIds">Ids that the first sequence generated in the last operation; null for a one-shot model.</param>
/// <param name="OutputStable">Whether every operation generated the same ids, or returned the same bytes; on the same inputs it must.</param>
/// <param name="DistinctOutputIds">Different ids among <paramref name="OutputIds"/>; null for a one-shot model.</param>
/// <param name="ManagedBytesPerToken">Managed memory allocated by the measured operations, for each token step; of a one-shot model, for each operation.</param>
/// <param name="KvCacheBytes">Memory bound for the KV cache; null for a one-shot model.</param>
/// <param name="PeakResidentBytes">Highest memory of the worker so far, without the block that reads the memory's speed; null where it cannot be read.</param>
/// <param name="Contention">What else the processors did during the measured operations; null where the system does not say.</param>
/// <param name="WallNs">Whole time of the cell: buffers, warm-up, measured operations and the harness around them.</param>
/// <param name="OneShot">What a one-shot model was fed, and how; null for a decoder.</param>
/// <param name="Telemetry">What the machine's sensors said meanwhile; null where nobody read them.</param>
/// <param name="Memory">How fast memory could be read before and after; null where the cell does not run from the host's memory, or nobody measured it.</param>
public sealed record CellMeasurement(
    IReadOnlyList<OperationSample> Samples,
    WarmupReport Warmup,
    StopReason Stop,
    IReadOnlyList<int>? OutputIds,
    bool OutputStable,
    int? DistinctOutputIds,
    double ManagedBytesPerToken,
    long? KvCacheBytes,
    long? PeakResidentBytes,
    CpuContention? Contention,
    long WallNs,
    OneShotReport? OneShot = null,
    TelemetryReport? Telemetry = null,
    MemorySpeed? Memory = null);
