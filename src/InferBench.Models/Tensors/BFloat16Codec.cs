using System.Numerics;

namespace InferBench.Models.Tensors;

/// <summary>bfloat16 as its bits, which are the upper half of a 32-bit float's; .NET 10 has no type of it.</summary>
public static class BFloat16Codec
{
    private const int DroppedBits = 16;
    private const ushort NotANumber = 0x7FC0;

    /// <summary>To the nearest, ties to even; a NaN stays one.</summary>
    public static ushort Narrow(float number)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        return float.IsNaN(number) ? NotANumber : (ushort)((bits + 0x7FFF + ((bits >> DroppedBits) & 1)) >> DroppedBits);
    }

    public static float Widen(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << DroppedBits);

    /// <summary>Widens a whole row; <paramref name="numbers"/> is as long as <paramref name="bits"/> or longer.</summary>
    public static void Widen(ReadOnlySpan<ushort> bits, Span<float> numbers)
    {
        var i = 0;
        for (; i <= bits.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(bits[i..]), out var low, out var high);
            Vector.AsVectorSingle(low << DroppedBits).CopyTo(numbers[i..]);
            Vector.AsVectorSingle(high << DroppedBits).CopyTo(numbers[(i + Vector<uint>.Count)..]);
        }

        for (; i < bits.Length; i++)
        {
            numbers[i] = Widen(bits[i]);
        }
    }
}
