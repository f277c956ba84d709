namespace InferBench.Core.Scenarios;

/// <summary>Queries that are run together: consecutive ones, in the order in which they were due.</summary>
/// <param name="First">Index of the first query in the schedule.</param>
/// <param name="Count">1 or more.</param>
public readonly record struct QueryBatch(int First, int Count);
