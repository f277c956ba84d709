using System.Diagnostics;
using InferBench.Bench.Workloads;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Budgets.Recording;

/// <summary>Takes no time: it stamps its tokens as a decoder's workload does, and computes nothing.</summary>
/// <param name="tokens">Tokens of an operation.</param>
internal sealed class NullWorkload(int tokens) : IWorkload
{
    private readonly int[] _output = new int[tokens];

    public ReadOnlySpan<int> Output => _output;

    public long? KvCacheBytes => 0;

    public OneShotReport? OneShot => null;

    public void Run(OperationTrace trace)
    {
        trace.StartTicks = Stopwatch.GetTimestamp();
        for (var i = 0; i < tokens; i++)
        {
            trace.TokenTicks[i] = Stopwatch.GetTimestamp();
        }

        trace.Generated = tokens;
    }

    public long OutputFingerprint() => _output[0];

    public void Dispose()
    {
    }
}
