using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using InferBench.Models.Tensors;
using InferBench.Models.Tests.Quantization;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Tensors;

public sealed class BFloat16CodecTests
{
    private static readonly ushort[] All = [.. Enumerable.Range(0, 1 << 16).Select(bits => (ushort)bits)];

    /// <summary>The oracle: both neighbours and the distances to them as doubles, which hold every one of these numbers exactly.</summary>
    [Fact]
    public void Narrow_AnyNumber_IsTheNearestAndTheEvenOneOfTwo() =>
        Prop.ForAll<DoNotSize<uint>>(any =>
        {
            var bits = any.Item;
            var number = BitConverter.UInt32BitsToSingle(bits);
            if (!float.IsFinite(number))
            {
                return true;
            }

            var towardsZero = (ushort)(bits >> 16);
            var away = (ushort)(towardsZero + 1);
            var (near, far) = (Math.Abs(Exact(towardsZero) - number), Math.Abs(Exact(away) - number));
            var even = towardsZero % 2 == 0 ? towardsZero : away;
            return BFloat16Codec.Narrow(number) == (near < far ? towardsZero : far < near ? away : even);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    /// <summary>The oracle: ONNX Runtime's own Cast.</summary>
    [Fact]
    public void Narrow_RandomNumbersAndEveryTie_IsWhatTheRuntimeCasts()
    {
        using var folder = new TempFolder();
        var random = new Random(11);
        float[] numbers =
        [
            .. Enumerable.Range(0, 100_000).Select(_ => BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32))),
            .. All.Select(bits => BitConverter.UInt32BitsToSingle(((uint)bits << 16) | 0x8000)),
        ];

        var cast = Cast(folder, numbers);

        for (var i = 0; i < numbers.Length; i++)
        {
            var narrow = BFloat16Codec.Narrow(numbers[i]);
            Assert.True(
                float.IsNaN(numbers[i]) ? float.IsNaN(BFloat16Codec.Widen(narrow)) && float.IsNaN(BFloat16Codec.Widen(cast[i])) : narrow == cast[i],
                $"{numbers[i]:R}: {narrow:X4} and {cast[i]:X4}");
        }
    }

    [Theory]
    [InlineData(float.NaN, 0x7FC0)]
    [InlineData(float.PositiveInfinity, 0x7F80)]
    [InlineData(float.NegativeInfinity, 0xFF80)]
    [InlineData(float.MaxValue, 0x7F80)]
    [InlineData(-0f, 0x8000)]
    [InlineData(1f, 0x3F80)]
    public void Narrow_EdgesOfTheRange_KeepTheirKind(float number, int bits) => Assert.Equal((ushort)bits, BFloat16Codec.Narrow(number));

    [Fact]
    public void Narrow_NumbersThatItHolds_AreThemselves() =>
        Assert.All(All.Where(bits => !float.IsNaN(BFloat16Codec.Widen(bits))), bits => Assert.Equal(bits, BFloat16Codec.Narrow(BFloat16Codec.Widen(bits))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(1 << 16)]
    public void Widen_RowOfAnyLength_IsEachOfItsNumbersAndNoMore(int length)
    {
        var row = All[^length..];
        var wide = new float[length + 1];
        wide[length] = 5;

        BFloat16Codec.Widen(row, wide);

        Assert.Equal([.. row.Select(bits => (uint)bits << 16), BitConverter.SingleToUInt32Bits(5)], wide.Select(BitConverter.SingleToUInt32Bits));
    }

    /// <summary>Beyond the largest finite number the next one is 2^128, where rounding makes infinity.</summary>
    private static double Exact(ushort bits) => (bits & 0x7FFF) == 0x7F80 ? Math.ScaleB(bits < 0x8000 ? 1 : -1, 128) : BFloat16Codec.Widen(bits);

    private static ushort[] Cast(TempFolder folder, float[] numbers)
    {
        var model = OneProjection.Model(
            [OneProjection.Node("Cast", ["x"], "y", Attributes.Int("to", (long)OnnxElementType.BFloat16))], [], [("x", OnnxElementType.Float, ["n"])], ["y"]);
        model.Graph.Output[0].Type.TensorType.ElemType = (int)OnnxElementType.BFloat16;
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(model.Save(folder), options);
        using var input = OrtValue.CreateTensorValueFromMemory(numbers, [numbers.Length]);
        using var run = new RunOptions();
        using var results = session.Run(run, ["x"], [input], ["y"]);
        return [.. results[0].GetTensorDataAsSpan<BFloat16>().ToArray().Select(number => number.value)];
    }
}
