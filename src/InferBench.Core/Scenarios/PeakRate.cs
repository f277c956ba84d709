namespace InferBench.Core.Scenarios;

/// <summary>The highest valid Server rate that a search found.</summary>
/// <param name="Best">Null where no rate that was tried is valid.</param>
/// <param name="Bounded">Whether a rate above it was tried that is not valid; otherwise the system may be faster still.</param>
/// <param name="Trials">Every rate that was tried, in order.</param>
public sealed record PeakRate(RateTrial? Best, bool Bounded, IReadOnlyList<RateTrial> Trials);
