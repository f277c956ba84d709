namespace InferBench.Core.Scenarios;

/// <summary>Tokens of a run. Timings are null in Offline, which does not time the first token.</summary>
/// <param name="Count">Tokens of all samples; LoadGen counts none for a sample of one token.</param>
/// <param name="TtftNs">To the first token.</param>
/// <param name="TpotNs">For each further token: (latency − TTFT) / (tokens − 1), cut to whole nanoseconds.</param>
public sealed record TokenFigures(long Count, LatencyFigures? TtftNs, LatencyFigures? TpotNs);
