namespace InferBench.Bench.Tests.Fakes;

/// <summary>A worker measures one cell at a time, and BenchmarkDotNet is told of it in a static field: such tests take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BenchmarkDotNetCollection
{
    public const string Name = "BenchmarkDotNet";
}
