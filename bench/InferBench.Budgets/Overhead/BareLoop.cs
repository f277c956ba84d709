using System.Numerics.Tensors;
using InferBench.Runtime.Decoding;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Budgets.Overhead;

/// <summary>
/// A generation as a C program would write it, on a workload's own session, bindings and buffers: the native call, the largest logit,
/// the id into the next step's input. No timestamps and no checks but the status.
/// </summary>
internal sealed unsafe class BareLoop : IDisposable
{
    private readonly DecoderWorkload _workload;
    private readonly RunOptions _options = new();
    private readonly NativeCall _call;
    private readonly nint[] _bindings;
    private readonly nint[] _logits;
    private readonly int[] _output;
    private readonly int _vocabulary;
    private readonly nint _token;

    /// <param name="session">A session whose logits are Float and whose ids are Int64.</param>
    /// <param name="workload">Batch 1.</param>
    public BareLoop(DecoderSession session, DecoderWorkload workload)
    {
        _workload = workload;
        _call = new NativeCall(session.Session, _options);
        _bindings = [.. workload.Bindings.All.Select(NativeCall.AddressOf)];
        _logits = [.. Enumerable.Range(0, workload.Generated).Select(step => (step == 0 ? workload.Bindings.PrefillLogits : workload.Bindings.StepLogits).Row(0))];
        _output = new int[workload.Generated];
        _vocabulary = session.Layout.Vocabulary;
        fixed (long* token = workload.Bindings.Token.Value.GetTensorMutableDataAsSpan<long>())
        {
            // The buffer is native: it does not move.
            _token = (nint)token;
        }
    }

    /// <summary>What the latest generation made, to see that the loop is the same.</summary>
    public ReadOnlySpan<int> Output => _output;

    public void Run()
    {
        for (var step = 0; step < _bindings.Length; step++)
        {
            if (_call.Run(_bindings[step]) != 0)
            {
                throw new InvalidOperationException($"step {step} failed");
            }

            var id = TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>((void*)_logits[step], _vocabulary));
            *(long*)_token = id;
            _output[step] = id;
        }
    }

    public void Dispose()
    {
        _options.Dispose();
        _workload.Dispose();
    }
}
