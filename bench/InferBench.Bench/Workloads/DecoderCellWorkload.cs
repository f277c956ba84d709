using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;

namespace InferBench.Bench.Workloads;

/// <summary>A generation of one cell's shape.</summary>
internal sealed class DecoderCellWorkload(DecoderWorkload workload) : IWorkload
{
    public ReadOnlySpan<int> Output => workload.Output(0);

    public long? KvCacheBytes => workload.Memory.CacheBytes;

    public OneShotReport? OneShot => null;

    public void Run(OperationTrace trace) => workload.Run(trace);

    public long OutputFingerprint()
    {
        // FNV-1a over the ids of every sequence.
        var hash = 0xCBF29CE484222325UL;
        for (var row = 0; row < workload.Batch; row++)
        {
            foreach (var id in workload.Output(row))
            {
                hash = unchecked((hash ^ (uint)id) * 0x100000001B3UL);
            }
        }

        return unchecked((long)hash);
    }

    public void Dispose() => workload.Dispose();
}
