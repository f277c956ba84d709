namespace InferBench.Core.Telemetry;

/// <param name="Reason">Why clocks were held back.</param>
/// <param name="Share">Share of the samples that said so, 0 to 1.</param>
public sealed record ThrottleSeen(ThrottleReason Reason, double Share);
