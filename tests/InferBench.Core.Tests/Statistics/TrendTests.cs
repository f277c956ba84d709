using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class TrendTests
{
    // Expected by hand: all 45 pairs agree, variance 10 × 9 × 25 / 18 = 125, Z = 44 / √125; slope 1 over nine steps, median 14.5.
    [Fact]
    public void Of_TenRisingValues_IsByHand()
    {
        var trend = Trend.Of([.. Enumerable.Range(10, 10).Select(i => (double)i)])!;

        Assert.Equal(44 / Math.Sqrt(125), trend.Z, 12);
        Assert.Equal(9 / 14.5, trend.RelativeChange, 12);
    }

    // Two groups of five ties: variance (10 × 9 × 25 − 2 × 5 × 4 × 15) / 18 = 91.67; 25 pairs rise; slopes' median is 1 / 3.
    [Fact]
    public void Of_Ties_AreInTheVariance()
    {
        var trend = Trend.Of([1, 1, 1, 1, 1, 2, 2, 2, 2, 2])!;

        Assert.Equal(24 / Math.Sqrt(1650 / 18.0), trend.Z, 12);
    }

    [Fact]
    public void Of_EqualValues_IsFlat() => Assert.Equal(new Trend(0, 0), Trend.Of([.. Enumerable.Repeat(5.0, 50)]));

    [Fact]
    public void Of_NineValues_IsUnknown() => Assert.Null(Trend.Of([.. Enumerable.Range(1, 9).Select(i => (double)i)]));

    [Fact]
    public void Of_OneOutlier_DoesNotMoveTheSlope()
    {
        var trend = Trend.Of([.. Enumerable.Range(0, 40).Select(i => i == 39 ? 1e6 : 100.0 + (i % 2))])!;

        Assert.InRange(trend.RelativeChange, -0.01, 0.01);
    }

    [Fact]
    public void Of_ManyValues_IsTheSameTrendInGroups()
    {
        var trend = Trend.Of([.. Enumerable.Range(0, 100_000).Select(i => 100.0 + (i * 1e-4))])!;

        Assert.InRange(trend.RelativeChange, 0.094, 0.096);
        Assert.True(trend.Z > 10);
    }
}
