using System.Diagnostics;
using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Execution;

/// <summary>
/// One forward pass of any model whose inputs and outputs are tensors of fixed shapes: an encoder, a vision model, a step of an audio model.
/// Everything is allocated and bound beforehand; <see cref="Run"/> allocates nothing. Outputs that continue an input (see <see cref="StateNames"/>) in the same
/// shape stay where the model can read them, and the next operation goes on from there. Not safe for concurrent use; the session must outlive it.
/// </summary>
public sealed class OneShotWorkload : IOneShotWorkload
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OneShotBindings _bindings;
    private int _operation;

    private OneShotWorkload(OneShotSession session, OneShotBindings bindings) => (_session, _bindings) = (session.Model.Session, bindings);

    /// <summary>State inputs and the outputs that continue them; empty for models without state.</summary>
    public IReadOnlyDictionary<string, string> States => _bindings.States;

    public bool Bound => true;

    public IReadOnlyList<string> StateInputs => [.. States.Keys];

    /// <summary>Runs the model once, plainly, to learn the outputs' shapes, and binds buffers of those shapes.</summary>
    /// <param name="session">The model.</param>
    /// <param name="inputs">A value for each input; every operation feeds the same ones, states excepted.</param>
    /// <exception cref="BadInputException">Inputs do not fit, or a value is a sequence, a map, of strings or of another type that is not bound.</exception>
    public static OneShotWorkload Create(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs) =>
        Create(session, inputs, session.Run(inputs));

    internal static OneShotWorkload Create(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs, RunResult outputs) =>
        new(session, new OneShotBindings(session, inputs, outputs));

    public void Run(OperationTrace trace)
    {
        var ticks = trace.TokenTicks;
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks.Length, 1, nameof(trace));
        trace.Generated = 0;
        trace.StartTicks = Stopwatch.GetTimestamp();
        foreach (var input in _bindings.Sent)
        {
            input.Send();
        }

        var sent = _bindings.OnHost ? 0 : Stopwatch.GetTimestamp();
        _session.RunWithBinding(_options, _bindings.All[_operation & 1]);
        var ran = _bindings.OnHost ? 0 : Stopwatch.GetTimestamp();
        foreach (var output in _bindings.Received)
        {
            output.Receive();
        }

        ticks[0] = Stopwatch.GetTimestamp();
        trace.Generated = 1;
        trace.Prefill = null;
        if (!_bindings.OnHost)
        {
            var device = default(DeviceTicks);
            device.Add(trace.StartTicks, sent, ran, ticks[0]);
            trace.Prefill = device;
        }

        _operation++;
    }

    public void Rewind()
    {
        _bindings.Rewind();
        _operation = 0;
    }

    public long OutputFingerprint()
    {
        var hash = Fingerprint.Start;
        foreach (var output in _bindings.Received)
        {
            hash = Fingerprint.Add(hash, output.OnHost);
        }

        foreach (var state in _bindings.WrittenStates(_operation - 1))
        {
            state.Receive();
            hash = Fingerprint.Add(hash, state.OnHost);
        }

        return unchecked((long)hash);
    }

    /// <summary>A copy of what the latest operation returned; states stay where they are and are not read.</summary>
    /// <exception cref="BadInputException">There is no such output.</exception>
    public HostTensor Output(string name) => _bindings.ByName.TryGetValue(name, out var tensor)
        ? HostTensor.OfBytes((OnnxElementType)tensor.Type, tensor.Dims, tensor.OnHost.ToArray())
        : throw new BadInputException($"{name}: there is no such output, or it is a state");

    public void Dispose()
    {
        _bindings.Dispose();
        _options.Dispose();
    }
}
