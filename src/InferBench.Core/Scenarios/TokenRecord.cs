namespace InferBench.Core.Scenarios;

/// <summary>Tokens of each sample, in the order of the latencies.</summary>
/// <param name="TtftNs">Nanoseconds from when the query was due to the first token; null in Offline, which does not time it.</param>
/// <param name="Counts">Tokens generated, the first included.</param>
public sealed record TokenRecord(IReadOnlyList<long>? TtftNs, IReadOnlyList<long> Counts);
