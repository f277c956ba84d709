using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace InferBench.Peers.Gguf;

/// <summary>
/// Rows of floats as GGUF stores them, rounded as ggml's reference does it (ggml-quants.c, <c>quantize_row_q8_0_ref</c> and <c>quantize_row_q4_0_ref</c>).
/// </summary>
internal static class GgufBlocks
{
    /// <summary>Numbers of one block; a row is a whole number of them.</summary>
    public const int Length = 32;

    private const int ScaleBytes = 2;

    public static int RowBytes(GgufType type, int numbers) => type switch
    {
        GgufType.F32 => numbers * sizeof(float),
        GgufType.Q8_0 => numbers / Length * (ScaleBytes + Length),
        GgufType.Q4_0 => numbers / Length * (ScaleBytes + (Length / 2)),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static void Write(GgufType type, ReadOnlySpan<float> row, Span<byte> destination)
    {
        if (type == GgufType.F32)
        {
            MemoryMarshal.AsBytes(row).CopyTo(destination);
            return;
        }

        var bytes = RowBytes(type, Length);
        for (var block = 0; block < row.Length / Length; block++)
        {
            var numbers = row.Slice(block * Length, Length);
            var target = destination.Slice(block * bytes, bytes);
            if (type == GgufType.Q8_0)
            {
                WriteQ8(numbers, target);
            }
            else
            {
                WriteQ4(numbers, target);
            }
        }
    }

    /// <summary>The numbers that a stored row stands for.</summary>
    public static void Read(GgufType type, ReadOnlySpan<byte> row, Span<float> destination)
    {
        if (type == GgufType.F32)
        {
            MemoryMarshal.Cast<byte, float>(row).CopyTo(destination);
            return;
        }

        var bytes = RowBytes(type, Length);
        for (var block = 0; block < destination.Length / Length; block++)
        {
            var stored = row.Slice(block * bytes, bytes);
            var target = destination.Slice(block * Length, Length);
            var scale = (float)BinaryPrimitives.ReadHalfLittleEndian(stored);
            var packed = stored[ScaleBytes..];
            for (var i = 0; i < Length; i++)
            {
                target[i] = scale * (type == GgufType.Q8_0 ? (sbyte)packed[i] : Nibble(packed, i) - 8);
            }
        }
    }

    private static int Nibble(ReadOnlySpan<byte> packed, int index) => index < Length / 2 ? packed[index] & 0xF : packed[index - (Length / 2)] >> 4;

    private static void WriteQ8(ReadOnlySpan<float> numbers, Span<byte> block)
    {
        var scale = Math.Abs(numbers[IndexOfLargest(numbers)]) / 127;
        var inverse = scale == 0 ? 0 : 1 / scale;
        BinaryPrimitives.WriteHalfLittleEndian(block, (Half)scale);
        for (var i = 0; i < Length; i++)
        {
            block[ScaleBytes + i] = (byte)(sbyte)MathF.Round(numbers[i] * inverse, MidpointRounding.AwayFromZero);
        }
    }

    // The number of the largest magnitude becomes -8, the one end of the range that has no counterpart.
    private static void WriteQ4(ReadOnlySpan<float> numbers, Span<byte> block)
    {
        var scale = numbers[IndexOfLargest(numbers)] / -8;
        var inverse = scale == 0 ? 0 : 1 / scale;
        BinaryPrimitives.WriteHalfLittleEndian(block, (Half)scale);
        for (var i = 0; i < Length / 2; i++)
        {
            block[ScaleBytes + i] = (byte)(Quantized(numbers[i]) | (Quantized(numbers[(Length / 2) + i]) << 4));
        }

        int Quantized(float number) => Math.Min(15, (int)((number * inverse) + 8.5f));
    }

    // The first of equals, as in the reference.
    private static int IndexOfLargest(ReadOnlySpan<float> numbers)
    {
        var largest = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            largest = Math.Abs(numbers[i]) > Math.Abs(numbers[largest]) ? i : largest;
        }

        return largest;
    }
}
