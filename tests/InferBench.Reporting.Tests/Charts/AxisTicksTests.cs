using FsCheck;
using FsCheck.Fluent;
using InferBench.Reporting.Charts;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Charts;

public sealed class AxisTicksTests
{
    [Theory]
    [InlineData(0, 1, 7, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0, 97, 6, new[] { 0.0, 20, 40, 60, 80, 100 })]
    [InlineData(0, 0.896, 7, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-3, 8, 5, new[] { -5.0, 0, 5, 10 })]
    [InlineData(0, 0, 5, new[] { 0, 0.5, 1 })]
    public void Linear_ARange_TakesTheFinestRoundStepThatFits(double min, double max, int most, double[] expected) =>
        Assert.Equal(expected, AxisTicks.Linear(min, max, most));

    [Theory]
    [InlineData(1, 8, 7, new[] { 1.0, 2, 5, 10 })]
    [InlineData(0.3, 40, 12, new[] { 0.2, 0.5, 1, 2, 5, 10, 20, 50 })]
    [InlineData(0.3, 4000, 7, new[] { 0.1, 1, 10, 100, 1000, 10000 })]
    [InlineData(1e-6, 1e6, 7, new[] { 1e-6, 1e-4, 1e-2, 1, 1e2, 1e4, 1e6 })]
    public void Log_ARange_TakesTheFinestStepThatFits(double min, double max, int most, double[] expected) =>
        Assert.Equal(expected, AxisTicks.Log(min, max, most));

    [Fact]
    public void Linear_AnyRange_IsCoveredByFewIncreasingEvenTicks() =>
        Prop.ForAll(Value(), Value(), Gen.Choose(3, 20).ToArbitrary(), (one, other, most) =>
        {
            var (min, max) = (Math.Min(one, other), Math.Max(one, other));
            var ticks = AxisTicks.Linear(min, max, most);
            var step = ticks[1] - ticks[0];
            return Covers(ticks, min, max, most) && ticks.Zip(ticks.Skip(1)).All(pair => Close(pair.Second - pair.First, step));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Log_AnyRange_IsCoveredByFewIncreasingTicks() =>
        Prop.ForAll(Positive(), Positive(), Gen.Choose(3, 20).ToArbitrary(), (one, other, most) =>
        {
            var (min, max) = (Math.Min(one, other), Math.Max(one, other));
            return Covers(AxisTicks.Log(min, max, most), min, max, most);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labelled_AnyTicks_ReadBackAsTheirValues() =>
        Prop.ForAll(Positive(), Gen.Choose(3, 12).ToArbitrary(), (max, most) =>
        {
            var ticks = AxisTicks.Labelled(AxisTicks.Linear(0, max, most), money: true);
            return ticks.Select(tick => tick.Label).Distinct().Count() == ticks.Count
                && ticks.All(tick => Close(double.Parse(tick.Label[1..], System.Globalization.CultureInfo.InvariantCulture), tick.Value));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Labelled_Money_HasCentsAndNoCulture(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal(["$0.00", "$0.50", "$1.00"], AxisTicks.Labelled([0, 0.5, 1], money: true).Select(tick => tick.Label));
        Assert.Equal(["$0", "$1,000", "$2,000"], AxisTicks.Labelled([0, 1000, 2000], money: true).Select(tick => tick.Label));
        Assert.Equal(["0.01", "1", "100"], AxisTicks.Labelled([0.01, 1, 100], money: false).Select(tick => tick.Label));
    }

    [Fact]
    public void Log_ZeroOrBelow_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => AxisTicks.Log(0, 10, 5));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void Linear_NoRange_Throws(double min, double max) => Assert.Throws<ArgumentException>(() => AxisTicks.Linear(min, max, 5));

    private static bool Covers(IReadOnlyList<double> ticks, double min, double max, int most) =>
        ticks.Count <= most
        && ticks.Zip(ticks.Skip(1)).All(pair => pair.First < pair.Second)
        && (ticks[0] <= min || Close(ticks[0], min))
        && (ticks[^1] >= max || Close(ticks[^1], max));

    private static bool Close(double actual, double expected) => Math.Abs(actual - expected) <= 1e-9 * Math.Max(Math.Abs(actual), Math.Abs(expected));

    private static Arbitrary<double> Positive() =>
        Gen.Zip(Gen.Choose(1, 9999), Gen.Choose(-12, 12)).Select(parts => parts.Item1 * Math.Pow(10, parts.Item2)).ToArbitrary();

    private static Arbitrary<double> Value() =>
        Gen.Zip(Positive().Generator, Gen.Choose(-1, 1)).Select(parts => parts.Item1 * parts.Item2).ToArbitrary();
}
