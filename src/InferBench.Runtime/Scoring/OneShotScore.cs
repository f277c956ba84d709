using InferBench.Core.Quality;
using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>A one-shot model's outputs beside its reference's.</summary>
/// <param name="Similarity">How close they are.</param>
/// <param name="Top1Agreement">
/// Share of items with the same largest output, or the same label, with Wilson's interval; null where no output is of that kind.
/// </param>
public sealed record OneShotScore(OutputSimilarity Similarity, Estimate? Top1Agreement);
