using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>A cell's rate over another's.</summary>
/// <param name="ReferenceKey">Key of the cell that divides.</param>
/// <param name="Ratio">Ratio of the rates with the 95 % interval of both sides' operations (<see cref="Bootstrap"/>); it knows the spread within a launch only.</param>
/// <param name="Seed">Seed of the resampling.</param>
/// <param name="Resamples">Times that the operations were drawn again.</param>
public sealed record Speedup(string ReferenceKey, Estimate Ratio, long Seed, int Resamples);
