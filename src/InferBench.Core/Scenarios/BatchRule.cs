namespace InferBench.Core.Scenarios;

/// <summary>Dynamic batching: a batch is run when it is full, or when its first query has waited long enough.</summary>
/// <param name="MaxQueries">Queries of a batch, 1 or more.</param>
/// <param name="MaxWaitNs">Nanoseconds that a query waits for others to join it, from when it was due; 0 takes whatever has arrived.</param>
public sealed record BatchRule(int MaxQueries, long MaxWaitNs)
{
    /// <summary>Each query by itself, at once.</summary>
    public static BatchRule None { get; } = new(1, 0);
}
