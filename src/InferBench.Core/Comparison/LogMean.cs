namespace InferBench.Core.Comparison;

/// <summary>
/// A side's value of a metric on a logarithmic scale, where spread is a fraction and a ratio a difference, with what its variance is made of. Each part of the
/// variance is known with its own degrees of freedom.
/// </summary>
internal sealed record LogMean(double Mean, IReadOnlyList<(double Variance, double DegreesOfFreedom)> Parts)
{
    /// <summary>
    /// The spread of a cell's launches, moderated by that of all: s̃² = (d₀ s₀² + (n − 1) s²) / (d₀ + n − 1), with d₀ + n − 1 degrees of freedom (Smyth, Linear
    /// Models and Empirical Bayes Methods, Statistical Applications in Genetics and Molecular Biology 3(1), 2004). A single launch shows none of its own; then the
    /// spread of all stands in with its d₀, and what the operations say within the launch comes on top.
    /// </summary>
    /// <param name="launches">At least one.</param>
    /// <param name="spread">Its standard deviation from launch to launch is s₀.</param>
    /// <param name="spreadFreedom">d₀: how much that says about a single cell, counted in launches.</param>
    public static LogMean Of(IReadOnlyList<MetricReading> launches, RunSpread spread, double spreadFreedom)
    {
        double[] logs = [.. launches.Select(launch => Math.Log(launch.Value))];
        var mean = logs.Average();
        var squares = logs.Sum(log => (log - mean) * (log - mean));
        var freedom = spreadFreedom + logs.Length - 1;
        var between = ((spreadFreedom * spread.RelativeDeviation * spread.RelativeDeviation) + squares) / freedom / logs.Length;
        if (launches is not [{ RelativeError: { } error, Operations: > 1 and var operations }])
        {
            return new LogMean(mean, [(between, freedom)]);
        }

        var within = spread.WithinFactor * error;
        return new LogMean(mean, [(between, freedom), (within * within, operations - 1)]);
    }

    /// <summary>Sum of squares around the mean of the logarithms, and its degrees of freedom: what a cell with several launches says about their spread.</summary>
    public static (double Squares, int DegreesOfFreedom) SpreadOf(IReadOnlyList<MetricReading> launches)
    {
        double[] logs = [.. launches.Select(launch => Math.Log(launch.Value))];
        var mean = logs.Average();
        return (logs.Sum(log => (log - mean) * (log - mean)), logs.Length - 1);
    }
}
