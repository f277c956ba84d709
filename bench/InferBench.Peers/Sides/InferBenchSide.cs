using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Peers.Sides;

/// <summary>InferBench's own execution layer, as a cell of a run uses it.</summary>
internal sealed class InferBenchSide : ISide
{
    private readonly DecoderSession _session;
    private readonly DecoderWorkload _workload;
    private readonly OperationTrace _trace;

    public InferBenchSide(SideRequest request)
    {
        _session = DecoderSession.Load(request.ModelPath, ExecutionProviders.Cpu, request.Threads);
        _workload = _session.CreateWorkload(1, request.Prompt.Count, request.Generated);
        _workload.SetPrompt([.. request.Prompt.Select(id => (long)id)]);
        _trace = new OperationTrace(request.Generated);
    }

    public Generation Generate()
    {
        _workload.Run(_trace);
        return Generation.Of(_trace.StartTicks, _trace.TokenTicks, _workload.Output(0).ToArray());
    }

    public void Dispose()
    {
        _workload.Dispose();
        _session.Dispose();
    }
}
