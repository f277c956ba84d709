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
}
