namespace InferBench.Core.Plans;

/// <summary>A cell with the key under which its result is journaled.</summary>
public sealed record PlannedCell(string Key, Cell Cell);
