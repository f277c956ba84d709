using InferBench.Core.Errors;
using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>
/// exp of the mean negative log-likelihood over all scored tokens. Its interval takes documents, not tokens, as what was sampled:
/// tokens of one document share topic and style, and an interval over them as if independent would be too narrow. It is the ratio
/// estimator's over documents (<see cref="Interval.OfRatio"/>), put through exp; it needs no seed, unlike a bootstrap.
/// One document supports no interval: cut a long text into several.
/// </summary>
/// <param name="Value">Perplexity with its 95 % interval.</param>
/// <param name="MeanNllNats">Mean negative log-likelihood of a token.</param>
/// <param name="TokensScored">Tokens, the first of each document left out.</param>
/// <param name="Documents">Documents.</param>
public sealed record Perplexity(Estimate Value, double MeanNllNats, int TokensScored, int Documents)
{
    /// <param name="model">Model.</param>
    /// <param name="documents">Token ids of each, its first token being the begin token where the model has one.</param>
    /// <exception cref="BadInputException">A document cannot be scored, or a token has probability 0.</exception>
    public static Perplexity Of(SequenceScorer model, IReadOnlyList<int[]> documents)
    {
        var walk = new DocumentWalk(model, null);
        walk.Run(documents);
        return walk.Nll.Result();
    }
}
