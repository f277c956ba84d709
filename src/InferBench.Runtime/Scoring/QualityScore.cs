using InferBench.Core.Errors;
using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>What a model's precision costs in quality, on one set of documents. Everything about a reference is null where there is none.</summary>
/// <param name="Perplexity">With a 95 % interval over documents; no interval for one document.</param>
/// <param name="TokensScored">Tokens behind the perplexity and positions behind the divergence.</param>
/// <param name="Documents">Documents they come from.</param>
/// <param name="ReferencePerplexity">The reference's, on the same documents.</param>
/// <param name="PerplexityChange">The model's perplexity over the reference's, less 1, with the interval of the paired documents.</param>
/// <param name="KlMeanNats">Mean KL(reference‖model) of a position.</param>
/// <param name="KlP99Nats">Its 99th percentile; null below 299 positions.</param>
/// <param name="Top1Agreement">Share of positions with the same most likely id, with Wilson's 95 % interval.</param>
/// <param name="IdenticalGreedyPrefix">Ids that both generate alike from the prompt before they part.</param>
/// <param name="GreedyTokens">Ids that were generated for it.</param>
/// <param name="Reference">Name of the reference.</param>
public sealed record QualityScore(
    Estimate Perplexity,
    int TokensScored,
    int Documents,
    Estimate? ReferencePerplexity,
    Estimate? PerplexityChange,
    double? KlMeanNats,
    double? KlP99Nats,
    Estimate? Top1Agreement,
    int? IdenticalGreedyPrefix,
    int? GreedyTokens,
    string? Reference)
{
    /// <summary>Scores everything in one way through the documents.</summary>
    /// <exception cref="BadInputException">Other vocabularies, or a document or prompt that cannot be scored.</exception>
    public static QualityScore Measure(SequenceScorer model, IReadOnlyList<int[]> documents, QualityReference? reference)
    {
        var walk = new DocumentWalk(model, reference?.Scorer);
        walk.Run(documents);
        var perplexity = walk.Nll.Result();
        if (reference is null)
        {
            return new QualityScore(perplexity.Value, perplexity.TokensScored, perplexity.Documents, null, null, null, null, null, null, null, null);
        }

        var divergence = walk.Divergence.Result();
        int[] prompt = [.. reference.Prompt];
        var expected = reference.Scorer.GreedyPrefix(prompt, reference.GreedyTokens);
        var actual = model.GreedyPrefix(prompt, reference.GreedyTokens);
        return new QualityScore(
            perplexity.Value,
            perplexity.TokensScored,
            perplexity.Documents,
            walk.ReferenceNll.Result().Value,
            walk.Nll.ChangeAgainst(walk.ReferenceNll),
            divergence.KlMeanNats,
            divergence.KlP99Nats,
            divergence.Top1Agreement,
            expected.AsSpan().CommonPrefixLength(actual),
            reference.GreedyTokens,
            reference.Name);
    }
}
