namespace InferBench.Economics.Demand;

/// <summary>What arrived in one window of a trace.</summary>
internal readonly record struct DemandWindow(long Requests, long InputTokens, long OutputTokens);
