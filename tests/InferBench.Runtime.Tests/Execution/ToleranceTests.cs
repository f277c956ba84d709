using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class ToleranceTests
{
    [Fact]
    public void Compare_WithItself_AlwaysAgrees() => Prop.ForAll<float[]>(values =>
    {
        var tensor = Tensor(values);
        var agreement = ValueComparison.Compare(tensor, ReferenceValue.Of(tensor), reduced: false);
        return agreement.Agrees && agreement.MaxAbs is null or 0 && agreement.SameArgMax != false;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_HalfTheTolerance_Agrees() => Prop.ForAll<NormalFloat[]>(values =>
    {
        var expected = values.Select(v => v.Get).ToArray();
        return Compare([.. expected.Select(v => v * (1 + (Tolerance.Full / 2)))], expected).Agrees;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_FarBeyondTheTolerance_Differs() => Prop.ForAll<NormalFloat, PositiveInt>((value, count) =>
    {
        var expected = Enumerable.Repeat(value.Get + (value.Get < 0 ? -1 : 1), count.Get).ToArray();
        return !Compare([.. expected.Select(v => v * (1 + (3 * Tolerance.Full)))], expected).Agrees;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_Integers_MustBeEqual() => Prop.ForAll<long, PositiveInt>((value, step) =>
    {
        var (a, b) = (HostTensor.OfInt64([1], [value]), HostTensor.OfInt64([1], [unchecked(value + step.Get)]));
        return ValueComparison.Compare(a, ReferenceValue.Of(a), reduced: true).Agrees
            && !ValueComparison.Compare(a, ReferenceValue.Of(b), reduced: true).Agrees;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 1, false)]
    [InlineData(1, double.NaN, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, double.MaxValue, false)]
    [InlineData(0.0, -0.0, true)]
    public void Compare_ValuesThatAreNoNumbers_AgreeWithTheirLike(double actual, double expected, bool agrees) =>
        Assert.Equal(agrees, Compare([actual, 1], [expected, 1]).Agrees);

    [Fact]
    public void Compare_SmallElementAmongLarge_IsHeldAgainstTheMeanMagnitude()
    {
        // Mean magnitude 50, so 0.005 of slack.
        Assert.True(Compare([100, 0.004], [100, 0]).Agrees);
        Assert.False(Compare([100, 0.006], [100, 0]).Agrees);
    }

    [Theory]
    [InlineData(OnnxElementType.Float, false, 1e-4)]
    [InlineData(OnnxElementType.Float, true, 1e-2)]
    [InlineData(OnnxElementType.Double, false, 1e-4)]
    [InlineData(OnnxElementType.Float16, false, 1e-2)]
    [InlineData(OnnxElementType.BFloat16, false, 1e-2)]
    [InlineData(OnnxElementType.Int8, true, 0)]
    [InlineData(OnnxElementType.Bool, true, 0)]
    [InlineData(OnnxElementType.String, true, 0)]
    public void For_Type_IsTheDocumentedOne(OnnxElementType type, bool reduced, double expected) =>
        Assert.Equal(expected, Tolerance.For(type, reduced).Relative);

    [Fact]
    public void Compare_Differences_AreReported()
    {
        var agreement = Compare([1, 2.5, 4], [1, 2, 8]);

        Assert.Equal(4, agreement.MaxAbs);
        Assert.Equal(0.5, agreement.MaxRel);
        Assert.True(agreement.SameArgMax);
        Assert.Equal("2.5 at 1 where 2 is expected (within 0.000567)", agreement.Problem);
    }

    [Fact]
    public void Compare_TiedLargestElements_HaveTheSameArgMax() => Assert.True(Compare([1, 1.00001], [1.00001, 1]).SameArgMax);

    private static Agreement Compare(double[] actual, double[] expected) =>
        ValueComparison.Compare(Doubles(actual), ReferenceValue.Of(Doubles(expected)), reduced: false);

    private static HostTensor Doubles(double[] values) => HostTensor.OfNumbers(OnnxElementType.Double, [values.Length], values);

    private static HostTensor Tensor(float[] values) => HostTensor.OfNumbers(OnnxElementType.Float, [values.Length], [.. values.Select(v => (double)v)]);
}
