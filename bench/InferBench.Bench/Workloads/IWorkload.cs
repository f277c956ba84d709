using InferBench.Core.Samples;

namespace InferBench.Bench.Workloads;

/// <summary>One cell's unit of work, with every buffer it needs already made.</summary>
public interface IWorkload : IDisposable
{
    /// <summary>Runs one operation and writes its timestamps. Allocates nothing.</summary>
    public void Run(OperationTrace trace);

    /// <summary>Ids that the first sequence generated in the latest operation.</summary>
    public ReadOnlySpan<int> Output { get; }

    /// <summary>Ids of the whole batch in the latest operation, as one number to compare operations by.</summary>
    public long OutputFingerprint();

    /// <summary>Memory bound for the KV cache.</summary>
    public long KvCacheBytes { get; }
}
