using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>From raw samples to figures; the definitions are those of <see cref="DecoderMetrics"/>.</summary>
public static class DecoderMetricsCalculator
{
    /// <param name="cell">A decoder's: gives the batch and the prompt length; generated counts come from the samples.</param>
    /// <param name="samples">At least one operation, each with at least one token.</param>
    public static DecoderMetrics Compute(Cell cell, IReadOnlyList<OperationSample> samples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var ttft = OperationFigures.Values(samples, sample => sample.TimeToFirstTokenNs);
        var endToEnd = OperationFigures.Values(samples, sample => sample.EndToEndNs);
        var outputTokens = OperationFigures.Values(samples, sample => (double)cell.Batch * sample.Generated);
        var prefillTokens = OperationFigures.Values(samples, _ => (double)cell.Batch * cell.PromptTokens!.Value);

        var decoding = samples.Where(sample => sample.Generated > 1).ToList();
        var decodeTime = OperationFigures.Values(decoding, DecodeNs);
        var decodeSteps = OperationFigures.Values(decoding, sample => sample.Generated - 1);
        var perStep = decoding.Count == 0 ? null : Interval.OfRatio(decodeTime, decodeSteps);
        var tpot = decoding.Count == 0 ? null : OperationFigures.Distribute(OperationFigures.Values(decoding, sample => DecodeNs(sample) / (sample.Generated - 1)));

        return new DecoderMetrics(
            samples.Count,
            OperationFigures.Distribute(ttft),
            tpot,
            tpot is null ? null : DistributeGaps(decoding, tpot.Mean),
            OperationFigures.Distribute(endToEnd),
            OperationFigures.Rate(prefillTokens, ttft),
            perStep?.Inverted(cell.Batch * OperationFigures.NanosecondsPerSecond),
            OperationFigures.Rate(outputTokens, endToEnd),
            perStep?.Inverted(OperationFigures.NanosecondsPerSecond));
    }

    private static double DecodeNs(OperationSample sample) => sample.EndToEndNs - sample.TimeToFirstTokenNs;

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
        return OperationFigures.Ordered(gaps, mean);
    }
}
