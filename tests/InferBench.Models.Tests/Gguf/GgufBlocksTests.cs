using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Peers.Gguf;

namespace InferBench.Models.Tests.Gguf;

/// <summary>
/// Blocks as ggml's reference quantizers write them, worked out by hand from ggml-quants.c; llama.cpp itself reads them in
/// <c>dotnet run --project bench/InferBench.Peers -- --check</c>.
/// </summary>
public sealed class GgufBlocksTests
{
    private static readonly Arbitrary<float[]> Blocks =
        Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 250_000f).ArrayOf(GgufBlocks.Length).ToArbitrary();

    [Fact]
    public void Write_Q8_ScalesTheLargestTo127AndRoundsHalvesAwayFromZero()
    {
        var row = new float[32];
        (row[0], row[1], row[2], row[31]) = (127, 2.5f, -2.5f, -127);

        var block = Written(GgufType.Q8_0, row);

        Assert.Equal(34, block.Length);
        Assert.Equal((Half)1, BinaryPrimitives.ReadHalfLittleEndian(block));
        Assert.Equal([127, 3, -3, -127], new[] { 2, 3, 4, 33 }.Select(at => (int)(sbyte)block[at]));
    }

    [Fact]
    public void Write_Q4_MakesTheLargestMinusEightAndPutsBothHalvesIntoOneByte()
    {
        var row = new float[32];
        (row[0], row[1], row[16], row[17]) = (-8, 7, 3, -1);

        var block = Written(GgufType.Q4_0, row);

        // Eight more than the number: the first half of the block in the low nibbles, the second in the high ones.
        Assert.Equal(18, block.Length);
        Assert.Equal((Half)1, BinaryPrimitives.ReadHalfLittleEndian(block));
        Assert.Equal([0xB0, 0x7F, 0x88], block[2..5]);
    }

    [Theory]
    [InlineData(nameof(GgufType.Q8_0))]
    [InlineData(nameof(GgufType.Q4_0))]
    public void Write_OnlyZeros_AreReadAsZeros(string type) => Assert.All(Read(Named(type), Written(Named(type), new float[32])), number => Assert.Equal(0, number));

    [Theory]
    [InlineData(nameof(GgufType.F32), 0)]
    [InlineData(nameof(GgufType.Q8_0), 0.51 / 127)]
    [InlineData(nameof(GgufType.Q4_0), 1.01 / 8)]
    public void Read_WhatWasWritten_IsWithinAStep(string type, double step) => Prop.ForAll(Blocks, row =>
    {
        // Four bits have a step of their own at the end that has no counterpart; a scale in half precision adds a little.
        var most = row.Max(Math.Abs);
        var read = Read(Named(type), Written(Named(type), row));

        return row.Zip(read).All(pair => Math.Abs(pair.First - pair.Second) <= (most * (step + (step == 0 ? 0 : 0.001))) + 1e-5);
    }).QuickCheckThrowOnFailure();

    private static GgufType Named(string type) => Enum.Parse<GgufType>(type);

    private static byte[] Written(GgufType type, float[] row)
    {
        var bytes = new byte[GgufBlocks.RowBytes(type, row.Length)];
        GgufBlocks.Write(type, row, bytes);
        return bytes;
    }

    private static float[] Read(GgufType type, byte[] bytes)
    {
        var row = new float[32];
        GgufBlocks.Read(type, bytes, row);
        return row;
    }
}
