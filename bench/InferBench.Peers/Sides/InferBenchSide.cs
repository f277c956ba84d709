using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Peers.Sides;

/// <summary>InferBench's own execution layer, as a cell of a run uses it.</summary>
internal static class InferBenchSide
{
    public static SideResult Run(SideRequest request)
    {
        using var session = DecoderSession.Load(request.ModelPath, ExecutionProviders.Cpu, request.Threads);
        using var workload = session.CreateWorkload(1, request.Prompt.Count, request.Generated);
        workload.SetPrompt([.. request.Prompt.Select(id => (long)id)]);

        var traces = Enumerable.Range(0, request.Repeats + 1).Select(_ => new OperationTrace(request.Generated)).ToList();
        foreach (var trace in traces)
        {
            workload.Run(trace);
        }

        var measured = traces[1..];
        return SideResult.Of(
            [.. measured.Select(trace => trace.StartTicks)],
            [.. measured.Select(trace => trace.TokenTicks)],
            workload.Output(0).ToArray(),
            session.Layout.Vocabulary);
    }
}
