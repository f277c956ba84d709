using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class BootstrapTests
{
    private static readonly double[] Work = [10, 10, 10, 10, 10, 10];

    [Fact]
    public void OfRateRatio_WithoutSpread_IsExact() =>
        Assert.Equal(new Estimate(2, 2, 2), Bootstrap.OfRateRatio(Work, [1, 1, 1, 1, 1, 1], Work, [2, 2, 2, 2, 2, 2]));

    [Fact]
    public void OfRateRatio_Twice_IsTheSameToTheLastBit()
    {
        double[] one = [1, 1.1, 0.9, 1.2, 0.8, 1], other = [2, 2.1, 1.9, 2.2, 1.8, 2];

        Assert.Equal(Bootstrap.OfRateRatio(Work, one, Work, other), Bootstrap.OfRateRatio(Work, one, Work, other));
    }

    [Fact]
    public void OfRateRatio_OneOperation_HasNoInterval() => Assert.Equal(new Estimate(2, null, null), Bootstrap.OfRateRatio([10], [1], Work, [2, 2, 2, 2, 2, 2]));

    [Fact]
    public void OfRateRatio_ManyDraws_CoversTheTruth()
    {
        // Times of two sides uniform around 1 and 2: the ratio of the rates is 2. With 40 operations the percentile interval is a little short of 95 %.
        var random = new SplitMix64(11, 0);
        var covered = 0;
        const int Trials = 200;
        for (var trial = 0; trial < Trials; trial++)
        {
            double[] work = [.. Enumerable.Repeat(1.0, 40)], fast = new double[40], slow = new double[40];
            for (var i = 0; i < work.Length; i++)
            {
                (fast[i], slow[i]) = (0.5 + random.NextDouble(), 1 + (2 * random.NextDouble()));
            }

            var ratio = Bootstrap.OfRateRatio(work, fast, work, slow);
            covered += ratio.Low <= 2 && 2 <= ratio.High ? 1 : 0;
        }

        Assert.InRange(covered / (double)Trials, 0.90, 0.99);
    }
}
