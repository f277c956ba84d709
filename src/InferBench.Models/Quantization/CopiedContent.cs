using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>A tensor that goes over as it is.</summary>
internal sealed class CopiedContent : ITensorContent
{
    private const long LargestRow = 64 << 10;
    private readonly SourceTensors _source;
    private readonly TensorProto _tensor;

    public CopiedContent(SourceTensors source, TensorProto tensor)
    {
        (_source, _tensor) = (source, tensor);
        var bytes = SourceTensors.Bytes(tensor);
        RowBytes = (int)GreatestCommonDivisor(bytes, LargestRow);
        Rows = checked((int)(bytes / Math.Max(1, RowBytes)));
    }

    public int Rows { get; }

    public int RowBytes { get; }

    public void Fill(int firstRow, Span<byte> destination) => _source.Read(_tensor, (long)firstRow * RowBytes, destination);

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
