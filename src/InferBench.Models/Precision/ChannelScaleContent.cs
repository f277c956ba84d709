using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>The scales of 8-bit weights per channel, [N].</summary>
internal sealed class ChannelScaleContent(WeightMatrix weights, ChannelScales scales) : ITensorContent
{
    public int Rows => weights.Outputs;

    public int RowBytes => sizeof(float);

    public void Fill(int firstRow, Span<byte> destination) =>
        ActivationType.Fp32.Write(scales.Values.Slice(firstRow, destination.Length / sizeof(float)), destination);
}
