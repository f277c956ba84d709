namespace InferBench.Cli.Tests.Hostile;

/// <summary>These tests take the console and read the memory of this process: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(HostileModelCollection), DisableParallelization = true)]
public sealed class HostileModelCollection;
