using InferBench.Core.Plans;
using InferBench.Core.Samples;

namespace InferBench.Core.Metrics;

/// <summary>From raw samples to figures; the definitions are those of <see cref="ItemMetrics"/>.</summary>
public static class ItemMetricsCalculator
{
    /// <param name="cell">Gives the batch and the sequence length.</param>
    /// <param name="samples">At least one operation; the end of each is its last timestamp.</param>
    public static ItemMetrics Compute(Cell cell, IReadOnlyList<OperationSample> samples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var latency = OperationFigures.Values(samples, sample => sample.EndToEndNs);
        var items = OperationFigures.Values(samples, _ => cell.Batch);
        var rate = OperationFigures.Rate(items, latency);
        return new ItemMetrics(samples.Count, OperationFigures.Distribute(latency), rate, cell.PromptTokens is { } length ? rate.Times(length) : null);
    }
}
