namespace InferBench.Runtime.Scoring;

/// <summary>What a model's quality is compared with.</summary>
/// <param name="Name">Name for the reader, such as <c>fp32</c>.</param>
/// <param name="Scorer">The reference model, loaded beside the other.</param>
/// <param name="Prompt">Ids from which both generate greedily.</param>
/// <param name="GreedyTokens">Ids to generate.</param>
public sealed record QualityReference(string Name, SequenceScorer Scorer, IReadOnlyList<int> Prompt, int GreedyTokens);
