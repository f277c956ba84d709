using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>Signed 8-bit weights per channel, [K, N] as MatMulInteger takes them.</summary>
internal sealed class ChannelContent(WeightMatrix weights, ChannelScales scales) : ITensorContent
{
    public int Rows => weights.Inputs;

    public int RowBytes => weights.Outputs;

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var scratch = new Scratch(weights.Outputs);
        var channelScales = scales.Values;
        for (var row = firstRow; !destination.IsEmpty; row++, destination = destination[RowBytes..])
        {
            var values = scratch.Floats;
            weights.Values.Fill(values, row, weights.Inputs);
            for (var n = 0; n < values.Length; n++)
            {
                // 127.5 puts every value above zero, where truncation is floor.
                destination[n] = (byte)((int)((values[n] / channelScales[n]) + 127.5f) - 127);
            }
        }
    }
}
