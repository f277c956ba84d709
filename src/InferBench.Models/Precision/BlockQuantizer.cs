namespace InferBench.Models.Precision;

/// <summary>
/// Symmetric round to nearest of one block, as ONNX Runtime's own quantizer does it: the value of largest magnitude maps to the
/// lowest integer, so both ends of the range are used; the zero point is the middle, 8 of 16 or 128 of 256.
/// </summary>
internal static class BlockQuantizer
{
    /// <summary>The scale of a block; 1 when all its values are zero.</summary>
    public static float Scale(ReadOnlySpan<float> block, int bits, ActivationType type)
    {
        var (low, high) = (0f, 0f);
        foreach (var value in block)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        var scale = type.Round((high > -low ? high : low) / -(1 << (bits - 1)));
        return scale == 0 ? 1 : scale;
    }

    /// <summary>Writes the integers of a block, lowest nibble first for 4 bits; missing values at the end of a row count as zero.</summary>
    public static void Quantize(ReadOnlySpan<float> block, int bits, float scale, Span<byte> destination)
    {
        var reciprocal = 1 / scale;
        var zeroPoint = 1 << (bits - 1);
        if (bits == 8)
        {
            for (var i = 0; i < destination.Length; i++)
            {
                destination[i] = (byte)Nearest(At(block, i) * reciprocal, zeroPoint);
            }

            return;
        }

        for (var i = 0; i < destination.Length; i++)
        {
            var low = Nearest(At(block, 2 * i) * reciprocal, zeroPoint);
            var high = Nearest(At(block, (2 * i) + 1) * reciprocal, zeroPoint);
            destination[i] = (byte)(low | (high << 4));
        }
    }

    private static float At(ReadOnlySpan<float> block, int index) => index < block.Length ? block[index] : 0;

    // A half more makes truncation floor, since nothing is below zero by more than rounding.
    private static int Nearest(float value, int zeroPoint) => Math.Clamp((int)(value + (zeroPoint + 0.5f)), 0, (2 * zeroPoint) - 1);
}
