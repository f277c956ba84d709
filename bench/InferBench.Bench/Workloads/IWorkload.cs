using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Bench.Workloads;

/// <summary>One cell's unit of work, with every buffer it needs already made.</summary>
public interface IWorkload : IDisposable
{
    /// <summary>
    /// Runs one operation and writes its timestamps. Allocates nothing, unless <see cref="OneShot"/> says that the model cannot be bound.
    /// </summary>
    public void Run(OperationTrace trace);

    /// <summary>Ids that the first sequence generated in the latest operation; empty for a one-shot model.</summary>
    public ReadOnlySpan<int> Output { get; }

    /// <summary>Ids of the whole batch, or outputs, of the latest operation, as one number to compare operations by.</summary>
    public long OutputFingerprint();

    /// <summary>Memory bound for the KV cache; null for a one-shot model.</summary>
    public long? KvCacheBytes { get; }

    /// <summary>What a one-shot model is fed, and how; null for a decoder.</summary>
    public OneShotReport? OneShot { get; }
}
