namespace InferBench.Core.Loads;

/// <summary>The argument that tells a worker what kind of request is on its standard input; without one it is a shard.</summary>
public static class WorkerKinds
{
    public const string Load = "load";
}
