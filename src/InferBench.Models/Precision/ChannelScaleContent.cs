using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>The scales of 8-bit weights per channel, [N].</summary>
internal sealed class ChannelScaleContent(IMatrixValues weights, ChannelScales scales, ActivationType type = ActivationType.Fp32) : ITensorContent
{
    public int Rows => weights.Outputs;

    public int RowBytes => type.Bytes();

    public void Fill(int firstRow, Span<byte> destination) =>
        type.Write(scales.Values.Slice(firstRow, destination.Length / type.Bytes()), destination);
}
