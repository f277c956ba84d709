namespace InferBench.Economics.Catalog;

/// <summary>A part of the day in UTC; its end is no longer in it.</summary>
public sealed record UtcWindow(TimeOnly From, TimeOnly Until);
