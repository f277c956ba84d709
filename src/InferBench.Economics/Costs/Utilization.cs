namespace InferBench.Economics.Costs;

/// <summary>Share of the time in which machines work.</summary>
/// <param name="Share">0 to 1; at 0 nothing is made, so that a token has no cost.</param>
/// <param name="Machines">Machines over which the work is spread, each with a bill of its own.</param>
/// <param name="Origin">Where it comes from, in a few words.</param>
public sealed record Utilization(double Share, int Machines, string Origin);
