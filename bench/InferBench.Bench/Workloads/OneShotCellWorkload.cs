using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Runtime.Execution;

namespace InferBench.Bench.Workloads;

/// <summary>A forward pass of one cell's batch. States begin anew each time, outside the measured time, so that every operation computes the same.</summary>
internal sealed class OneShotCellWorkload(IOneShotWorkload workload, OneShotReport report) : ISampledWorkload
{
    public ReadOnlySpan<int> Output => [];

    public long? KvCacheBytes => null;

    public OneShotReport? OneShot => report;

    public void Ask(ReadOnlySpan<int> samples)
    {
        // There is one sample, and every row has it.
    }

    public void Run(OperationTrace trace)
    {
        workload.Rewind();
        workload.Run(trace);
    }

    public long OutputFingerprint() => workload.OutputFingerprint();

    public void Dispose() => workload.Dispose();
}
