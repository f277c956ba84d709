namespace InferBench.Core.Scenarios;

/// <summary>Latencies in nanoseconds, by LoadGen's rules: the mean is cut to whole nanoseconds, a percentile is <c>sorted[floor(n·p)]</c>.</summary>
public sealed class LatencyFigures
{
    private readonly long[] _sorted;

    private LatencyFigures(long[] sorted, long meanNs)
    {
        _sorted = sorted;
        MeanNs = meanNs;
    }

    /// <summary>The percentiles that LoadGen reports.</summary>
    public static IReadOnlyList<double> Reported { get; } = [0.50, 0.90, 0.95, 0.97, 0.99, 0.999];

    public int Count => _sorted.Length;

    public long MinNs => _sorted[0];

    public long MaxNs => _sorted[^1];

    public long MeanNs { get; }

    /// <param name="values">At least one.</param>
    /// <exception cref="OverflowException">Their sum exceeds 64 bits.</exception>
    public static LatencyFigures Of(IReadOnlyList<long> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        long[] sorted = [.. values];
        Array.Sort(sorted);
        long sum = 0;
        foreach (var value in sorted)
        {
            sum = checked(sum + value);
        }

        return new LatencyFigures(sorted, sum / sorted.Length);
    }

    /// <param name="p">At least 0 and below 1.</param>
    public long PercentileNs(double p) => _sorted[Math.Min((long)(_sorted.Length * p), _sorted.Length - 1)];

    /// <summary>The latency that <paramref name="rank"/> − 1 others exceed or equal; 1 is the longest.</summary>
    public long FromTopNs(long rank) => _sorted[_sorted.Length - rank];

    /// <summary>Values strictly above a limit.</summary>
    public long Over(long limitNs)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _sorted[middle] > limitNs ? (low, middle) : (middle + 1, high);
        }

        return _sorted.Length - low;
    }
}
