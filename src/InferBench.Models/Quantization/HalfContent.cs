using System.Buffers;
using System.Runtime.InteropServices;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>A tensor of 32-bit floats as 16-bit ones.</summary>
internal sealed class HalfContent(SourceTensors source, TensorProto tensor, HalfNumbers numbers) : ITensorContent
{
    private readonly CopiedContent _floats = new(source, tensor);

    public int Rows => _floats.Rows;

    public int RowBytes => _floats.RowBytes / 2;

    public void Fill(int firstRow, Span<byte> destination)
    {
        var array = ArrayPool<byte>.Shared.Rent(destination.Length * 2);
        try
        {
            var floats = array.AsSpan(0, destination.Length * 2);
            _floats.Fill(firstRow, floats);
            numbers.Convert(MemoryMarshal.Cast<byte, float>(floats), MemoryMarshal.Cast<byte, Half>(destination));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
