namespace InferBench.Bench.Harness;

/// <summary>How many operations a cell may take.</summary>
public readonly record struct OperationCount(int Least, int Most);
