using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Precision;

namespace InferBench.Models.Tests.Precision;

public sealed class BlockQuantizerTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Quantize_AnyBlock_ComesBackWithinHalfAStepOrIsClippedByLessThanOne(int bits)
    {
        Prop.ForAll<short[]>(numbers =>
        {
            var block = numbers.Take(32).Select(n => n / 1_024f).ToArray();
            var scale = BlockQuantizer.Scale(block, bits, ActivationType.Fp32);
            var packed = new byte[32 * bits / 8];
            Quantize(block, bits, scale, packed);

            // The bound leaves room for the rounding of the float division.
            return block.Select((value, i) =>
            {
                var clipped = Integer(packed, bits, i) == (1 << bits) - 1;
                return Math.Abs(value - Restored(packed, bits, scale, i)) <= Math.Abs(scale) * (clipped ? 1.001f : 0.501f);
            }).All(ok => ok);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Quantize_LargestMagnitude_IsExactAndLowNibbleComesFirst()
    {
        float[] block = [-2, 1, 0, 0.5f];
        var scale = BlockQuantizer.Scale(block, 4, ActivationType.Fp32);
        var packed = new byte[2];

        Quantize(block, 4, scale, packed);

        Assert.Equal(0.25f, scale);
        Assert.Equal([0x0 | (0xC << 4), 0x8 | (0xA << 4)], packed);
    }

    [Fact]
    public void Quantize_BlockOfZeros_GivesZeroPoints()
    {
        var packed = new byte[4];

        Quantize(new float[8], 4, BlockQuantizer.Scale(new float[8], 4, ActivationType.Fp32), packed);

        Assert.All(packed, b => Assert.Equal(0x88, b));
    }

    private static void Quantize(float[] block, int bits, float scale, byte[] packed)
    {
        var integers = new byte[packed.Length * 8 / bits];
        BlockQuantizer.Round(block, scale, 1 << (bits - 1), bits, integers);
        BlockQuantizer.Pack(integers, bits, packed);
    }

    private static int Integer(byte[] packed, int bits, int index) =>
        bits == 8 ? packed[index] : (packed[index / 2] >> (4 * (index % 2))) & 0xF;

    private static float Restored(byte[] packed, int bits, float scale, int index) => (Integer(packed, bits, index) - (1 << (bits - 1))) * scale;
}
