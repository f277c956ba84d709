using InferBench.Core.Errors;
using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>
/// How far a model's next-token distributions are from a reference's, position by position over the same documents:
/// KL(reference‖model) = Σ p·(log p − log q), in nats (Kullback, Leibler 1951).
/// </summary>
/// <param name="KlMeanNats">Mean over the positions.</param>
/// <param name="KlP99Nats">99th percentile; null below 299 positions (<see cref="Percentile"/>).</param>
/// <param name="Top1Agreement">Share of positions where both find the same id most likely, with Wilson's interval.</param>
/// <param name="Positions">Positions compared.</param>
public sealed record Divergence(double KlMeanNats, double? KlP99Nats, Estimate Top1Agreement, int Positions)
{
    /// <param name="reference">Reference, loaded beside the model. Both may be over one session.</param>
    /// <param name="model">Model.</param>
    /// <param name="documents">Token ids of each.</param>
    /// <exception cref="BadInputException">Other vocabularies, or a document that cannot be scored.</exception>
    public static Divergence Of(SequenceScorer reference, SequenceScorer model, IReadOnlyList<int[]> documents)
    {
        var walk = new DocumentWalk(model, reference);
        walk.Run(documents);
        return walk.Divergence.Result();
    }
}
