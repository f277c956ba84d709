using System.Globalization;
using System.Numerics.Tensors;
using InferBench.Core.Errors;
using InferBench.Core.Statistics;

namespace InferBench.Runtime.Scoring;

/// <summary>Collects one divergence and one agreement for each position; rows themselves are not kept.</summary>
internal sealed class DivergenceTally
{
    private const double P99 = 0.99;

    private readonly List<double> _nats = [];
    private int _agreed;

    public void Add(int position, LogProbabilities reference, LogProbabilities model)
    {
        double sum = 0;
        var p = reference.Probabilities;
        var logP = reference.Log;
        var logQ = model.Log;
        for (var i = 0; i < p.Length; i++)
        {
            // lim p→0 of p·log p: what the reference never says, masked ids among them, adds nothing.
            if (p[i] > 0)
            {
                sum += p[i] * (logP[i] - logQ[i]);
            }
        }

        if (!double.IsFinite(sum))
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"position {position}: the model gives probability 0 to an id that the reference finds possible; the divergence is infinite"));
        }

        // Never below 0 but by rounding.
        _nats.Add(Math.Max(sum, 0));
        if (TensorPrimitives.IndexOfMax(logP) == TensorPrimitives.IndexOfMax(logQ))
        {
            _agreed++;
        }
    }

    public Divergence Result()
    {
        var sorted = _nats.Order().ToArray();
        return new Divergence(_nats.Average(), Percentile.Of(sorted, P99), Wilson.Of(_agreed, _nats.Count), _nats.Count);
    }
}
