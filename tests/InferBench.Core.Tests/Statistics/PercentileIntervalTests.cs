using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class PercentileIntervalTests
{
    [Theory]
    [InlineData(5, 0, 6)]
    [InlineData(6, 1, 6)]
    [InlineData(20, 6, 15)]
    [InlineData(100, 40, 61)]
    public void Ranks_OfTheMedian_AreThoseOfTheSignTestsTables(int n, int lower, int upper) => Assert.Equal((lower, upper), PercentileInterval.Ranks(n, 0.5));

    [Fact]
    public void Of_TooFewForTheTail_HasNoUpperEnd()
    {
        var bounds = PercentileInterval.Of([.. Enumerable.Range(1, 300).Select(value => (double)value)], 0.99);

        Assert.NotNull(bounds.Low);
        Assert.Null(bounds.High);
    }

    [Fact]
    public void AtMost_AnyCase_IsTheExactSum() =>
        Prop.ForAll(Gen.Choose(1, 60).SelectMany(n => Gen.Choose(0, n).SelectMany(k => Gen.Choose(1, 99).Select(percent => (n, k, percent)))).ToArbitrary(), drawn =>
        {
            // Exact in integers: Σ C(n,i) q^i (100−q)^(n−i) / 100^n.
            var (n, k, percent) = drawn;
            BigInteger sum = 0, choose = 1;
            for (var i = 0; i <= k; i++)
            {
                sum += choose * BigInteger.Pow(percent, i) * BigInteger.Pow(100 - percent, n - i);
                choose = choose * (n - i) / (i + 1);
            }

            var exact = Math.Exp(BigInteger.Log(sum) - (n * Math.Log(100)));
            return Math.Abs(PercentileInterval.AtMost(k, n, percent / 100.0) - exact) < 1e-11;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ManyDraws_CoversTheMedianAtLeast95TimesIn100()
    {
        var random = new SplitMix64(7, 0);
        var covered = 0;
        const int Trials = 2_000;
        for (var trial = 0; trial < Trials; trial++)
        {
            var values = new double[25];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = -Math.Log(1 - random.NextDouble());
            }

            Array.Sort(values);
            var bounds = PercentileInterval.Of(values, 0.5);
            covered += bounds.Low <= Math.Log(2) && Math.Log(2) <= bounds.High ? 1 : 0;
        }

        Assert.InRange(covered / (double)Trials, 0.95, 0.98);
    }
}
