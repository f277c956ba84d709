using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

internal static class Allocation
{
    private const int Runs = 4;

    /// <summary>
    /// Managed bytes that a run costs this thread: the least of several, because the runtime may compile a warm loop again in the middle of
    /// one and then makes its type objects on the thread that runs it.
    /// </summary>
    public static long OfRun(DecoderWorkload workload, OperationTrace trace)
    {
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            workload.Run(trace);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
