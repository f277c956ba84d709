using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Statistics;
using Interval = InferBench.Core.Statistics.Interval;

namespace InferBench.Core.Tests.Statistics;

public sealed class IntervalTests
{
    private static Arbitrary<double[]> Times { get; } =
        Gen.Choose(1, 1_000_000).Select(value => value / 7.0).ArrayOf().Where(values => values.Length > 1).ToArbitrary();

    [Fact]
    public void OfMean_HandComputed_Agrees()
    {
        // 1, 2, 3, 4: mean 2.5, s = 1.290994, t(0.95, 3) = 3.182446, half width 3.182446 · 1.290994 / 2 = 2.054260.
        var estimate = Interval.OfMean([1, 2, 3, 4]);

        Assert.Equal(2.5, estimate.Value, 12);
        Assert.Equal(2.5 - 2.054260, estimate.Low!.Value, 5);
        Assert.Equal(2.5 + 2.054260, estimate.High!.Value, 5);
    }

    [Fact]
    public void OfMean_OneValue_HasNoInterval() => Assert.Equal(new Estimate(3, null, null), Interval.OfMean([3]));

    [Fact]
    public void OfRatio_EqualDenominators_IsTheMean() =>
        Prop.ForAll(Times, values =>
        {
            var ratio = Interval.OfRatio(values, [.. values.Select(_ => 4.0)]);
            var mean = Interval.OfMean(values).Times(0.25);

            return Near(ratio.Value, mean.Value) && Near(ratio.Low!.Value, mean.Low!.Value) && Near(ratio.High!.Value, mean.High!.Value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfRatio_ProportionalPairs_HasNoWidth() =>
        Prop.ForAll(Times, values =>
        {
            var ratio = Interval.OfRatio([.. values.Select(value => 3 * value)], values);

            return Near(ratio.Value, 3) && ratio.RelativeHalfWidth < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfMean_NormalSamples_CoversTheTruthAbout95TimesIn100()
    {
        // Irwin-Hall sums are close enough to normal; seeded, so the count is a constant of the formula and not of chance.
        var random = new Random(7);
        var covered = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var sample = Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble())).ToArray();
            var estimate = Interval.OfMean(sample);
            covered += estimate.Low <= 6 && estimate.High >= 6 ? 1 : 0;
        }

        Assert.InRange(covered / 2000.0, 0.935, 0.965);
    }

    [Fact]
    public void Inverted_IntervalAcrossZero_IsUnbounded()
    {
        var rate = new Estimate(1, -0.5, 2.5).Inverted(10);

        Assert.Equal(new Estimate(10, 4, null), rate);
        Assert.Null(rate.RelativeHalfWidth);
    }

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected));
}
