using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>From raw samples to figures; the definitions are those of <see cref="DecoderMetrics"/>.</summary>
public static class DecoderMetricsCalculator
{
    private const double NanosecondsPerSecond = 1e9;

    /// <param name="cell">Gives the batch and the prompt length; generated counts come from the samples.</param>
    /// <param name="samples">At least one operation, each with at least one token.</param>
    public static DecoderMetrics Compute(Cell cell, IReadOnlyList<OperationSample> samples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var ttft = Values(samples, sample => sample.TimeToFirstTokenNs);
        var endToEnd = Values(samples, sample => sample.EndToEndNs);
        var outputTokens = Values(samples, sample => (double)cell.Batch * sample.Generated);
        var prefillTokens = Values(samples, _ => (double)cell.Batch * cell.PromptTokens);

        var decoding = samples.Where(sample => sample.Generated > 1).ToList();
        var decodeTime = Values(decoding, DecodeNs);
        var decodeSteps = Values(decoding, sample => sample.Generated - 1);
        var perStep = decoding.Count == 0 ? null : Interval.OfRatio(decodeTime, decodeSteps);
        var tpot = decoding.Count == 0 ? null : Distribute(Values(decoding, sample => DecodeNs(sample) / (sample.Generated - 1)));

        return new DecoderMetrics(
            samples.Count,
            Distribute(ttft),
            tpot,
            tpot is null ? null : DistributeGaps(decoding, tpot.Mean),
            Distribute(endToEnd),
            Rate(prefillTokens, ttft),
            perStep?.Inverted(cell.Batch * NanosecondsPerSecond),
            Rate(outputTokens, endToEnd),
            perStep?.Inverted(NanosecondsPerSecond));
    }

    private static double DecodeNs(OperationSample sample) => sample.EndToEndNs - sample.TimeToFirstTokenNs;

    /// <summary>Total tokens over total time. The interval is taken on time per token, which is what varies, and then inverted.</summary>
    private static Estimate Rate(double[] tokens, double[] nanoseconds) =>
        Interval.OfRatio(nanoseconds, tokens).Inverted(NanosecondsPerSecond);

    private static Distribution Distribute(double[] values)
    {
        var mean = Interval.OfMean(values);
        Array.Sort(values = [.. values]);
        return Ordered(values, mean);
    }

    /// <summary>Gaps within an operation are not independent of each other, so the interval of their mean is the one across operations.</summary>
    private static Distribution DistributeGaps(List<OperationSample> samples, Estimate mean)
    {
        var gaps = new double[samples.Sum(sample => sample.Generated - 1)];
        var next = 0;
        foreach (var sample in samples)
        {
            for (var i = 1; i < sample.Generated; i++)
            {
                gaps[next++] = sample.TokenNs[i] - sample.TokenNs[i - 1];
            }
        }

        Array.Sort(gaps);
        return Ordered(gaps, mean);
    }

    private static Distribution Ordered(double[] sorted, Estimate mean) => new(
        sorted.Length,
        mean,
        sorted[0],
        Percentile.Of(sorted, 0.50),
        Percentile.Of(sorted, 0.90),
        Percentile.Of(sorted, 0.95),
        Percentile.Of(sorted, 0.99),
        sorted[^1]);

    private static double[] Values(IReadOnlyList<OperationSample> samples, Func<OperationSample, double> value)
    {
        var values = new double[samples.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(samples[i]);
        }

        return values;
    }
}
