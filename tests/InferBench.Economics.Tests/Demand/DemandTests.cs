using InferBench.Core.Statistics;
using InferBench.Economics.Demand;

namespace InferBench.Economics.Tests.Demand;

public sealed class DemandTests
{
    /// <summary>Tables of the Poisson distribution: P(K ≤ 18) = 0.9928 at mean 10, P(K ≤ 4) = 0.9963 at mean 1; normal: 1e6 + 2.326·1000 + 0.735.</summary>
    [Theory]
    [InlineData(10, 18)]
    [InlineData(1, 4)]
    [InlineData(0.001, 0)]
    [InlineData(1_000_000, 1_002_328)]
    public void Of_NinetyNinthPercentile_IsThatOfTheTables(double mean, double count) => Assert.Equal(count, PoissonQuantile.Of(mean, 0.99));

    /// <summary>e^-5000 is zero in double precision.</summary>
    [Fact]
    public void Of_LargeMean_IsNotLostToUnderflow() => Assert.InRange(PoissonQuantile.Of(5_000, 0.99), 5_160, 5_170);

    [Fact]
    public void PeakLoad_FewWindows_IsTheBusiestAndSaysSo()
    {
        // Two requests in the first ten seconds, one in the third ten.
        var trace = new TraceDemand("t", [new(0, 100, 11), new(5, 100, 11), new(25, 50, 6)], windowSeconds: 10);

        Assert.Equal(2 * ((100 * 0.01) + (10 * 0.1)) / 10, trace.PeakLoad(-0.1, 0.01, 0.1), 9);
        Assert.Contains("busiest of 3 windows of 10 s (a 99th percentile needs 299)", trace.PeakBasis, StringComparison.Ordinal);
    }

    /// <summary>Of 1,000 windows 989 are empty: the window of rank floor(0.99 · 1000) is the eleventh from the top, so the smallest of the busy ones.</summary>
    [Fact]
    public void PeakLoad_ManyWindows_CountsTheEmptyOnes()
    {
        var requests = Enumerable.Range(0, 11).Select(i => new TraceRequest(i == 10 ? 999.5 : i, 1 + i, 1)).ToList();
        var trace = new TraceDemand("t", requests, windowSeconds: 1);

        Assert.Equal(2, trace.PeakLoad(0, 1, 0));
        Assert.Equal("99th percentile of 1,000 windows of 1 s", trace.PeakBasis);
    }

    [Fact]
    public void Mean_Trace_CountsTheGapAfterTheLastRequest()
    {
        var trace = new TraceDemand("t", [.. Enumerable.Range(0, 11).Select(i => new TraceRequest(i * 0.5, 100, 50))], 10);

        Assert.Equal(2, trace.Mean.RequestsPerSecond, 9);
        Assert.Equal(200, trace.Mean.InputTokensPerSecond, 9);
        Assert.Equal(150, trace.LongContext);
    }

    /// <summary>Against arrivals drawn at random: the share of windows above the stated peak is about one in a hundred, of which 20,000 windows show 200 ± 3·14.</summary>
    [Fact]
    public void PeakLoad_Users_IsPassedByAboutOneWindowInAHundred()
    {
        var users = new UserDemand(300, 12, 12 * 100, 12 * 50, windowSeconds: 10);
        var limit = users.PeakLoad(1, 0, 0) * 10;
        var random = new SplitMix64(7, 0);
        var windows = new int[20_000];
        for (var at = 0.0; at < windows.Length * 10.0; at -= Math.Log(1 - random.NextDouble()))
        {
            windows[(int)(at / 10)]++;
        }

        Assert.InRange(windows.Count(count => count > limit), 60, 242);
    }
}
