namespace InferBench.Core.Telemetry;

/// <summary>Quantities that have no series, or whose series ends early, and why.</summary>
/// <param name="Quantities">What is missing.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record MissingReading(IReadOnlyList<TelemetryQuantity> Quantities, string Reason);
