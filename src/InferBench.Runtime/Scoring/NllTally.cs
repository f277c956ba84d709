using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>Sums negative log-likelihoods by document.</summary>
internal sealed class NllTally
{
    private readonly List<double> _nats = [];
    private readonly List<double> _tokens = [];

    public void BeginDocument()
    {
        _nats.Add(0);
        _tokens.Add(0);
    }

    public void Add(double logProbability)
    {
        _nats[^1] -= logProbability;
        _tokens[^1]++;
    }

    public Perplexity Result()
    {
        var nll = Interval.OfRatio(_nats.ToArray(), _tokens.ToArray());
        return new Perplexity(
            new Estimate(Math.Exp(nll.Value), nll.Low is { } low ? Math.Exp(low) : null, nll.High is { } high ? Math.Exp(high) : null),
            nll.Value,
            (int)_tokens.Sum(),
            _tokens.Count);
    }

    /// <summary>
    /// This perplexity over another one's of the same documents, less 1. The two are paired: what makes a document hard for both falls out,
    /// so that the interval is that of the change and far narrower than those of the two perplexities.
    /// </summary>
    public Estimate ChangeAgainst(NllTally other)
    {
        var more = Interval.OfRatio(_nats.Zip(other._nats, (own, its) => own - its).ToArray(), _tokens.ToArray());
        return new Estimate(Change(more.Value), more.Low is { } low ? Change(low) : null, more.High is { } high ? Change(high) : null);
    }

    // exp(x) − 1 without the loss of digits near 0.
    private static double Change(double nats) => Math.Abs(nats) < 1e-5 ? nats + (nats * nats / 2) : Math.Exp(nats) - 1;
}
