namespace InferBench.Bench.Harness;

/// <summary>How many operations a cell may take.</summary>
internal readonly record struct OperationCount(int Least, int Most);
