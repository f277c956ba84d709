using System.Runtime.Intrinsics;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>Signed 8-bit weights per channel, [K, N] as MatMulInteger takes them.</summary>
internal sealed class ChannelContent(IMatrixValues weights, ChannelScales scales) : ITensorContent
{
    // Above zero, truncation is floor.
    private const float Shift = 127.5f;

    public int Rows => weights.Inputs;

    public int RowBytes => weights.Outputs;

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var scratch = new Scratch(destination.Length);
        var values = scratch.Floats;
        weights.ReadInputs(firstRow, values);
        for (; !destination.IsEmpty; destination = destination[RowBytes..], values = values[RowBytes..])
        {
            Quantize(values[..RowBytes], scales.Values, destination);
        }
    }

    private static void Quantize(ReadOnlySpan<float> values, ReadOnlySpan<float> channelScales, Span<byte> destination)
    {
        var n = 0;
        for (; n <= values.Length - 8; n += 8)
        {
            var quotients = Vector256.Create(values[n..]) / Vector256.Create(channelScales[n..]);
            // A scale that was rounded down to 16 bits may put the largest value just outside.
            var integers = Vector256.Min(
                Vector256.Max(Vector256.ConvertToInt32(quotients + Vector256.Create(Shift)), Vector256<int>.Zero), Vector256.Create(254)) - Vector256.Create(127);
            for (var i = 0; i < 8; i++)
            {
                destination[n + i] = (byte)integers[i];
            }
        }

        for (; n < values.Length; n++)
        {
            destination[n] = (byte)(Math.Clamp((int)((values[n] / channelScales[n]) + Shift), 0, 254) - 127);
        }
    }
}
