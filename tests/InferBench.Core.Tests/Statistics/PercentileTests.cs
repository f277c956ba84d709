using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0.50, 5)]
    [InlineData(0.90, 29)]
    [InlineData(0.95, 59)]
    [InlineData(0.99, 299)]
    public void NeededCount_EachPercentile_IsTheDistributionFreeBound(double p, int expected) => Assert.Equal(expected, Percentile.NeededCount(p));

    [Theory]
    [InlineData(0.50, 5)]
    [InlineData(0.90, 29)]
    [InlineData(0.99, 299)]
    public void Of_OneValueTooFew_IsNull(double p, int needed)
    {
        Assert.Null(Percentile.Of(Ascending(needed - 1), p));
        Assert.NotNull(Percentile.Of(Ascending(needed), p));
    }

    [Fact]
    public void Of_HundredValues_TakesTheElementAtFloorOfNTimesP()
    {
        Assert.Equal(50, Percentile.Of(Ascending(100), 0.50));
        Assert.Equal(90, Percentile.Of(Ascending(100), 0.90));
    }

    private static double[] Ascending(int count) => [.. Enumerable.Range(0, count).Select(value => (double)value)];
}
