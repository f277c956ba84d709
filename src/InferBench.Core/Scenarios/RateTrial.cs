namespace InferBench.Core.Scenarios;

/// <summary>One rate that was tried.</summary>
/// <param name="TargetQps">Mean arrivals per second.</param>
/// <param name="Result">What came of it.</param>
public sealed record RateTrial(double TargetQps, ScenarioResult Result);
