using System.Runtime.InteropServices;
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
    private readonly int _batch;

    public InferBenchSide(SideRequest request)
    {
        _batch = request.Batch;
        _session = DecoderSession.Load(request.OnnxPath, ExecutionProviders.Cpu, request.Threads);
        _workload = _session.CreateWorkload(request.Batch, request.PromptLength, request.Generated);
        _workload.SetPrompt([.. request.Prompt.Select(id => (long)id)]);
        _trace = new OperationTrace(request.Generated);
    }

    public Generation Generate()
    {
        _workload.Run(_trace);
        return Generation.Of(_trace.StartTicks, _trace.TokenTicks, [.. Enumerable.Range(0, _batch).SelectMany(row => _workload.Output(row).ToArray())]);
    }

    public float[] FirstLogits()
    {
        var logits = new float[_session.Layout.Vocabulary];
        _workload.Bindings.PrefillLogits.Copy(0, MemoryMarshal.AsBytes(logits.AsSpan()));
        return logits;
    }

    public void Dispose()
    {
        _workload.Dispose();
        _session.Dispose();
    }
}
