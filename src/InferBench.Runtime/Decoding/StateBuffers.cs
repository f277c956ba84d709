using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Two buffers for each state: a step writes the one that it does not read. The prefill reads zeros, from a block that nothing writes,
/// so that no operation sees the one before and none has to clear.
/// </summary>
internal sealed class StateBuffers
{
    private readonly OrtValue[] _zeros;
    private readonly OrtValue[][] _values;
    private readonly nint[][] _addresses;
    private readonly nint _zero;

    public StateBuffers(DecoderLayout layout, WorkloadShape shape, TensorArena arena)
    {
        _zeros = new OrtValue[layout.States.Count];
        _values = new OrtValue[layout.States.Count][];
        _addresses = new nint[layout.States.Count][];
        _zero = arena.Allocate(layout.States.Select(s => ElementSize.Bytes(s.Type, s.Shape(shape.Batch))).DefaultIfEmpty().Max());
        for (var i = 0; i < _values.Length; i++)
        {
            var state = layout.States[i];
            var dims = state.Shape(shape.Batch);
            var bytes = ElementSize.Bytes(state.Type, dims);
            _addresses[i] = [arena.Allocate(bytes), arena.Allocate(bytes)];
            _zeros[i] = arena.View(state.Type, _zero, dims);
            _values[i] = [arena.View(state.Type, _addresses[i][0], dims), arena.View(state.Type, _addresses[i][1], dims)];
        }
    }

    public OrtValue Past(int state, int step) => step == 0 ? _zeros[state] : _values[state][(step - 1) % 2];

    public OrtValue Present(int state, int step) => _values[state][step % 2];

    /// <summary>Address of the block that a step reads.</summary>
    public nint PastAddress(int state, int step) => step == 0 ? _zero : _addresses[state][(step - 1) % 2];

    /// <summary>Address of the block that a step writes.</summary>
    public nint PresentAddress(int state, int step) => _addresses[state][step % 2];
}
