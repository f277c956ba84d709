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
    private readonly nint _block;
    private readonly nint _last;
    private readonly nint _rows;

    public LogitsBuffer(DecoderLayout layout, int batch, int fed, TensorArena host, TensorArena device)
    {
        var length = layout.LogitsLength(fed);
        _memory = device.Memory;
        _batch = batch;
        _rowBytes = ElementSize.Bytes(layout.LogitsType, layout.Vocabulary);
        _pitch = checked(_rowBytes * length);

        _block = device.Allocate(ElementSize.Bytes(layout.LogitsType, batch, length, layout.Vocabulary));
        _last = _block + (nint)(_pitch - _rowBytes);
        _rows = _memory.OnHost ? _last : host.Allocate(checked(_rowBytes * batch));
        Value = device.View(layout.LogitsType, _block, batch, length, layout.Vocabulary);
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

    /// <summary>Copies one position of the first sequence to the host.</summary>
    public unsafe void Copy(int position, Span<byte> row)
    {
        fixed (byte* host = row)
        {
            _memory.Download((nint)host, _block + (nint)(position * _rowBytes), _rowBytes, _rowBytes, 1);
        }
    }

    public nint Row(int row) => _rows + (nint)(row * (_rows == _last ? _pitch : _rowBytes));
}
