using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>Logits of one step, of which the host reads the last position of each sequence.</summary>
internal sealed class LogitsBuffer
{
    private readonly ITensorMemory _memory;
    private readonly int _batch;
    private readonly long _rowBytes;
    private readonly long _pitch;
    private readonly nint _last;
    private readonly nint _rows;

    public LogitsBuffer(DecoderLayout layout, int batch, int fed, TensorArena host, TensorArena device)
    {
        var length = layout.LogitsLength(fed);
        _memory = device.Memory;
        _batch = batch;
        _rowBytes = ElementSize.Bytes(layout.LogitsType, layout.Vocabulary);
        _pitch = checked(_rowBytes * length);

        var block = device.Allocate(ElementSize.Bytes(layout.LogitsType, batch, length, layout.Vocabulary));
        _last = block + (nint)(_pitch - _rowBytes);
        _rows = _memory.OnHost ? _last : host.Allocate(checked(_rowBytes * batch));
        Value = device.View(layout.LogitsType, block, batch, length, layout.Vocabulary);
    }

    public OrtValue Value { get; }

    /// <summary>Makes the last positions readable to the host: they alone cross the bus.</summary>
    public void Receive()
    {
        if (_rows != _last)
        {
            _memory.Download(_rows, _last, _rowBytes, _pitch, _batch);
        }
    }

    public nint Row(int row) => _rows + (nint)(row * (_rows == _last ? _pitch : _rowBytes));
}
