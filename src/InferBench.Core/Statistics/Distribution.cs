namespace InferBench.Core.Statistics;

/// <summary>Order statistics of one cell's values. A percentile is null where the number of values cannot support it at 95 % confidence.</summary>
/// <param name="Count">Values.</param>
/// <param name="Mean">Mean with its 95 % interval.</param>
/// <param name="Min">Smallest.</param>
/// <param name="P50">Median; null below 5 values.</param>
/// <param name="P90">Null below 29 values.</param>
/// <param name="P95">Null below 59 values.</param>
/// <param name="P99">Null below 299 values.</param>
/// <param name="Max">Largest.</param>
/// <param name="P50Bounds">95 % interval of the median (<see cref="PercentileInterval"/>); null where the values are not independent of each other.</param>
/// <param name="P90Bounds">The same of the 90th percentile.</param>
/// <param name="P95Bounds">The same of the 95th percentile.</param>
/// <param name="P99Bounds">The same of the 99th percentile.</param>
public sealed record Distribution(
    int Count,
    Estimate Mean,
    double Min,
    double? P50,
    double? P90,
    double? P95,
    double? P99,
    double Max,
    Bounds? P50Bounds = null,
    Bounds? P90Bounds = null,
    Bounds? P95Bounds = null,
    Bounds? P99Bounds = null);
