using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>
/// Figures of one decoder cell, computed from its raw samples. Times are nanoseconds, rates are tokens per second.
/// Rates are totals over total time, with 95 % intervals across operations; null where the cell generated a single token.
/// </summary>
/// <param name="Operations">Measured operations.</param>
/// <param name="TtftNs">Request start to first token id on the host, per operation.</param>
/// <param name="TpotNs">(end − first token) / (generated − 1), per operation.</param>
/// <param name="ItlNs">Gaps between consecutive token ids, all operations together.</param>
/// <param name="E2eNs">Request start to last token id, per operation.</param>
/// <param name="PrefillTokensPerSecond">batch × prompt / TTFT.</param>
/// <param name="DecodeTokensPerSecond">batch × (generated − 1) / (end − first token).</param>
/// <param name="OutputTokensPerSecond">batch × generated / E2E: the rate that divides into cost.</param>
/// <param name="PerUserTokensPerSecond">1 / TPOT.</param>
public sealed record DecoderMetrics(
    int Operations,
    Distribution TtftNs,
    Distribution? TpotNs,
    Distribution? ItlNs,
    Distribution E2eNs,
    Estimate PrefillTokensPerSecond,
    Estimate? DecodeTokensPerSecond,
    Estimate OutputTokensPerSecond,
    Estimate? PerUserTokensPerSecond);
