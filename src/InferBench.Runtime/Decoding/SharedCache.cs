using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// One buffer for each tensor, bound as past and as present of every step: GroupQueryAttention writes the new position in place.
/// Nothing is cleared between operations, as it reads no position beyond the mask's length.
/// </summary>
internal sealed class SharedCache : IKvCache
{
    private readonly OrtValue[] _values;
    private readonly nint[] _addresses;
    private readonly int _length;

    public SharedCache(DecoderLayout layout, WorkloadShape shape, TensorArena arena)
    {
        _length = shape.Length;
        _values = new OrtValue[layout.Cache.Count];
        _addresses = new nint[layout.Cache.Count];
        for (var i = 0; i < _values.Length; i++)
        {
            var tensor = layout.Cache[i];
            var dims = tensor.Shape(shape.Batch, shape.Length);
            _addresses[i] = arena.Allocate(ElementSize.Bytes(layout.CacheType, dims));
            _values[i] = arena.View(layout.CacheType, _addresses[i], dims);
        }
    }

    public OrtValue Past(int tensor, int step) => _values[tensor];

    public OrtValue Present(int tensor, int step) => _values[tensor];

    public nint Address(int tensor, int step) => _addresses[tensor];

    public int Stride(int step) => _length;
}
