using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>
/// Figures of one cell of a one-shot model, computed from its raw samples. Times are nanoseconds. Rates are totals over total time,
/// with 95 % intervals across operations.
/// </summary>
/// <param name="Operations">Measured operations: forward passes of a whole batch.</param>
/// <param name="LatencyNs">Inputs on the host to outputs readable on the host, per operation.</param>
/// <param name="ItemsPerSecond">batch / latency: the rate that divides into cost.</param>
/// <param name="InputTokensPerSecond">batch × sequence length / latency, tokens read; null where the model has no sequence of open length.</param>
public sealed record ItemMetrics(int Operations, Distribution LatencyNs, Estimate ItemsPerSecond, Estimate? InputTokensPerSecond);
