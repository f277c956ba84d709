using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Token ids that the host writes and a step reads, or that a step selects and the host and the next step read.</summary>
internal sealed unsafe class TokenBuffer
{
    private readonly ITensorMemory _memory;
    private readonly TensorElementType _type;
    private readonly nint _host;
    private readonly nint _block;
    private readonly long _bytes;

    public TokenBuffer(TensorElementType type, int batch, int length, TensorArena host, TensorArena device)
    {
        _memory = device.Memory;
        _type = type;
        _bytes = ElementSize.Bytes(type, batch, length);
        _host = host.Allocate(_bytes);

        // Binding a host tensor on a device would copy it once, at the time of binding; a device block is written for each run.
        _block = device.Memory.OnHost ? _host : device.Allocate(_bytes);
        Value = device.View(type, _block, batch, length);
    }

    public OrtValue Value { get; }

    public void Set(int index, long id) => Integers.Write(_type, _host, index, (int)id);

    public int Get(int index) => _type == TensorElementType.Int64 ? (int)((long*)_host)[index] : ((int*)_host)[index];

    /// <summary>Makes what a run wrote readable to the host.</summary>
    public void Receive()
    {
        if (_block != _host)
        {
            _memory.Download(_host, _block, _bytes, _bytes, 1);
        }
    }

    /// <summary>Makes what was set readable to the next run.</summary>
    public void Send()
    {
        if (_block != _host)
        {
            _memory.Upload(_block, _host, _bytes);
        }
    }
}
