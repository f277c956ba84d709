using InferBench.Economics.Machines;

namespace InferBench.Economics.Costs;

/// <summary>Under which conditions somebody wants to know what a run's tokens cost.</summary>
public sealed record CostQuestion
{
    public required IMachine Machine { get; init; }

    /// <summary>Day for which prices are wanted.</summary>
    public required DateOnly AsOf { get; init; }

    public UtilizationSource Utilization { get; init; } = UtilizationSource.Full;

    /// <summary>Input tokens of each output token; null for the ratio of the demand, and without one for the measured ratio.</summary>
    public double? InputPerOutput { get; init; }

    /// <summary>Share of the input that an API finds in its cache, 0 to 1.</summary>
    public double CacheHit { get; init; }

    /// <summary>Speed that each user has to see after the first token, tok/s in the mean; null for any.</summary>
    public double? MinTokensPerSecond { get; init; }

    /// <summary>Longest mean time to the first token, nanoseconds; null for any.</summary>
    public double? MaxTtftNs { get; init; }

    /// <summary>Requests that a task takes; null where tasks are not priced.</summary>
    public double? RequestsPerTask { get; init; }

    /// <summary>Offers to compare with, by name; null for a choice, empty for all of them.</summary>
    public IReadOnlyList<string>? Against { get; init; }

    /// <summary>The catalog's name of the run's weights, such as <c>llama-3.3-70b</c>; null to tell from the model's name.</summary>
    public string? Weights { get; init; }
}
