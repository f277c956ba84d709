using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Buffers;

/// <summary>The one owner of a memory and of every tensor over it: tensors are released first, then the memory.</summary>
internal sealed class TensorArena(ITensorMemory memory) : IDisposable
{
    private readonly List<OrtValue> _values = [];

    public ITensorMemory Memory { get; } = memory;

    public nint Allocate(long bytes) => Memory.Allocate(bytes);

    /// <summary>A tensor over bytes that already lie in this memory; nothing is copied.</summary>
    public OrtValue View(TensorElementType type, nint address, params long[] shape)
    {
        var value = OrtValue.CreateTensorValueWithData(Memory.Info, type, shape, address, ElementSize.Bytes(type, shape));
        _values.Add(value);
        return value;
    }

    public void Dispose()
    {
        foreach (var value in _values)
        {
            value.Dispose();
        }

        _values.Clear();
        Memory.Dispose();
    }
}
