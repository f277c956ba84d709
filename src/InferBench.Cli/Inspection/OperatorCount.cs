namespace InferBench.Cli.Inspection;

internal sealed record OperatorCount(string Operator, int Count);
