namespace InferBench.Cli.Catalogue;

internal sealed record OperatorCount(string Operator, int Count);
