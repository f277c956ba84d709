using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Two buffers for each tensor. A step writes past plus one into the buffer that it does not read, and that value is the next
/// step's past: the same tensor object, no copy of ours.
/// </summary>
internal sealed class GrowingCache : IKvCache
{
    private readonly WorkloadShape _shape;
    private readonly nint[][] _addresses;
    private readonly OrtValue[] _empty;
    private readonly OrtValue[][] _presents;

    public GrowingCache(DecoderLayout layout, WorkloadShape shape, TensorArena arena)
    {
        _shape = shape;
        _addresses = new nint[layout.Cache.Count][];
        _empty = new OrtValue[layout.Cache.Count];
        _presents = new OrtValue[layout.Cache.Count][];
        for (var i = 0; i < _presents.Length; i++)
        {
            var tensor = layout.Cache[i];
            var bytes = ElementSize.Bytes(layout.CacheType, tensor.Shape(shape.Batch, shape.Length));
            _addresses[i] = [arena.Allocate(bytes), arena.Allocate(bytes)];

            OrtValue View(int buffer, int length) => arena.View(layout.CacheType, _addresses[i][buffer], tensor.Shape(shape.Batch, length));

            _empty[i] = View(1, 0);
            _presents[i] = new OrtValue[shape.Generated];
            for (var step = 0; step < shape.Generated; step++)
            {
                _presents[i][step] = View(step % 2, shape.Total(step));
            }
        }
    }

    public OrtValue Past(int tensor, int step) => step == 0 ? _empty[tensor] : _presents[tensor][step - 1];

    public OrtValue Present(int tensor, int step) => _presents[tensor][step];

    public nint Address(int tensor, int step) => _addresses[tensor][step % 2];

    public int Stride(int step) => _shape.Total(step);
}
