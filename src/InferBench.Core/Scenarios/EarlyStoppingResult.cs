namespace InferBench.Core.Scenarios;

/// <summary>Whether there were queries enough for the percentile to be stated with 99 % confidence.</summary>
/// <param name="Met">Always in Offline, which has no such rule.</param>
/// <param name="Text">LoadGen's own words, over several lines; empty in Offline.</param>
/// <param name="EstimateNs">What the percentile is at most, with that confidence. SingleStream and MultiStream; null where not met.</param>
/// <param name="Estimate99Ns">The same of the 99th percentile. SingleStream; null where there were too few queries for it.</param>
public sealed record EarlyStoppingResult(bool Met, string Text, long? EstimateNs = null, long? Estimate99Ns = null);
