using InferBench.Core.Statistics;
using InferBench.Runtime.Scoring;

namespace InferBench.Cli.Quality;

/// <summary>What the scoring process found.</summary>
/// <param name="Score">The model's score.</param>
/// <param name="ReferencePerplexity">The reference's perplexity on the same documents; null where there is no reference.</param>
/// <param name="GreedyPromptTokens">Tokens from which both continued; null where there is no reference.</param>
/// <param name="LongestDocument">Most tokens of a document, begin token included; null where no context limits it.</param>
/// <param name="DocumentsCut">Documents that lost their end.</param>
/// <param name="Tokenizer">What made the ids; null where they were sampled.</param>
/// <param name="OnnxRuntimeVersion">Version that computed the logits.</param>
internal sealed record QualityFigures(
    QualityScore Score,
    Estimate? ReferencePerplexity,
    int? GreedyPromptTokens,
    int? LongestDocument,
    int DocumentsCut,
    string? Tokenizer,
    string OnnxRuntimeVersion);
