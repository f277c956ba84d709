using System.Runtime.Intrinsics;

namespace InferBench.Models.Precision;

/// <summary>
/// The arithmetic of one block. The symmetric scale is the one of ONNX Runtime's own quantizer: the value of largest magnitude maps to the
/// lowest integer, so both ends of the range are used; the zero point is the middle, 8 of 16 or 128 of 256.
/// </summary>
/// <remarks>Vectors have eight lanes everywhere and nothing is fused, so every processor makes the same bytes.</remarks>
internal static class BlockQuantizer
{
    /// <summary>A scale below this has no reciprocal; what it would tell apart is zero for every purpose.</summary>
    public const float SmallestScale = 1.17549435e-38f;

    private const int Lanes = 8;

    /// <summary>The smallest and the largest value, both widened to hold zero.</summary>
    public static (float Low, float High) Range(ReadOnlySpan<float> values)
    {
        var (lows, highs) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            var part = Vector256.Create(values[i..]);
            lows = Vector256.MinNative(lows, part);
            highs = Vector256.MaxNative(highs, part);
        }

        var (low, high) = (0f, 0f);
        for (var lane = 0; lane < Lanes; lane++)
        {
            low = MathF.Min(low, lows[lane]);
            high = MathF.Max(high, highs[lane]);
        }

        for (; i < values.Length; i++)
        {
            low = MathF.Min(low, values[i]);
            high = MathF.Max(high, values[i]);
        }

        return (low, high);
    }

    public static float LargestMagnitude(ReadOnlySpan<float> values)
    {
        var (low, high) = Range(values);
        return MathF.Max(-low, high);
    }

    /// <summary>The symmetric scale of a block; 1 when all its values are zero.</summary>
    public static float Scale(ReadOnlySpan<float> block, int bits, ActivationType type)
    {
        var (low, high) = Range(block);
        var scale = type.Round((high > -low ? high : low) / -(1 << (bits - 1)));
        return MathF.Abs(scale) < SmallestScale ? 1 : scale;
    }

    /// <summary>Rounds to the nearest integers, one in each byte of <paramref name="integers"/>; values missing at the end count as zero.</summary>
    public static void Round(ReadOnlySpan<float> block, float scale, int zeroPoint, int bits, Span<byte> integers)
    {
        var reciprocal = 1 / scale;
        var largest = (1 << bits) - 1;
        var i = 0;
        for (; i <= block.Length - Lanes; i += Lanes)
        {
            // A half more makes truncation floor, since nothing is below zero by more than rounding.
            var shifted = (Vector256.Create(block[i..]) * reciprocal) + Vector256.Create(zeroPoint + 0.5f);
            var nearest = Vector256.Min(Vector256.Max(Vector256.ConvertToInt32(shifted), Vector256<int>.Zero), Vector256.Create(largest));
            var shorts = Vector128.Narrow(nearest.GetLower(), nearest.GetUpper());
            Vector128.Narrow(shorts, shorts).AsByte().GetLower().CopyTo(integers[i..]);
        }

        for (; i < block.Length; i++)
        {
            integers[i] = (byte)Math.Clamp((int)((block[i] * reciprocal) + (zeroPoint + 0.5f)), 0, largest);
        }

        integers[i..].Fill((byte)zeroPoint);
    }

    /// <summary>Packs integers of 4 bits in pairs, the first one in the low half; those of 8 bits are copied.</summary>
    public static void Pack(ReadOnlySpan<byte> integers, int bits, Span<byte> destination)
    {
        if (bits == 8)
        {
            integers.CopyTo(destination);
            return;
        }

        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)(integers[2 * i] | (integers[(2 * i) + 1] << 4));
        }
    }
}
