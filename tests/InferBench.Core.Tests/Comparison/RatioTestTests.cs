using InferBench.Core.Comparison;

namespace InferBench.Core.Tests.Comparison;

public sealed class RatioTestTests
{
    private static readonly RunSpread None = new(ComparedMetric.Rate, "cpu", 0, "");

    [Fact]
    public void PValue_TwoGroupsOfLaunches_IsWelchsByIntegration()
    {
        // Python, Welch's t and Satterthwaite's degrees of freedom of the logarithms by their definitions (5.401144, 5.871821), the tail by integrating
        // the density of Student's t with 200,000 midpoints: p = 0.00178057238. The interval has t(0.975) = 2.570582 of 5, from a printed table.
        var test = new RatioTest(Mean(100, 103, 98, 101), Mean(110, 108, 113, 107));

        Assert.Equal(0.0017805723825, test.PValue, 1e-9);
        Assert.Equal(1.0894906234632, test.Ratio.Value, 9);
        Assert.Equal(1.045942020, test.Ratio.Low!.Value, 5);
        Assert.Equal(1.134852406, test.Ratio.High!.Value, 5);
    }

    [Fact]
    public void Smallest_TwoGroupsOfLaunches_IsFoundFourTimesInFive()
    {
        // Four launches a side with a spread of 2 %: how often a true difference of that size is significant, counted by simulation with a fixed seed.
        var random = new Random(5);
        var smallest = new RatioTest(Mean(98, 99.2, 101, 102), Mean(98, 99.2, 101, 102)).Smallest(0.01);
        double[] spread = [.. new double[] { 98, 99.2, 101, 102 }.Select(value => Math.Log(value))];
        var deviation = Math.Sqrt(spread.Sum(log => Math.Pow(log - spread.Average(), 2)) / 3);

        double Launch(double mean) => mean * Math.Exp(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        LogMean Side(double mean) => Mean(Launch(mean), Launch(mean), Launch(mean), Launch(mean));
        var found = Enumerable.Range(0, 2_000).Count(_ => new RatioTest(Side(100), Side(100 * (1 + smallest))).PValue < 0.01);

        Assert.InRange(found / 2_000.0, 0.70, 0.90);
    }

    [Fact]
    public void PValue_EqualSides_IsOneEvenWithoutSpread()
    {
        Assert.Equal(1, new RatioTest(Mean(7, 7), Mean(7, 7)).PValue);
        Assert.Equal(0, new RatioTest(Mean(7, 7), Mean(8, 8)).PValue);
    }

    [Fact]
    public void Of_SingleLaunch_HasTheSpreadOfOthersAndItsOwnErrorOnTop()
    {
        var mean = LogMean.Of([new MetricReading(10, 0.02, 9)], None with { RelativeDeviation = 0.05, WithinFactor = 3 }, 4);

        Assert.Equal([(0.0025, 4.0), (0.0036, 8.0)], mean.Parts.Select(part => (Math.Round(part.Variance, 9), part.DegreesOfFreedom)));
    }

    [Fact]
    public void Of_SeveralLaunches_ModeratesTheirSpreadByThatOfAll()
    {
        // Logs -0.1, 0, 0.1: squares 0.02 with 2 degrees of freedom; with 4 of 0.05² : (0.01 + 0.02) / 6 / 3 launches.
        var mean = LogMean.Of([.. new[] { -0.1, 0, 0.1 }.Select(log => new MetricReading(Math.Exp(log), 0.5, 9))], None with { RelativeDeviation = 0.05 }, 4);

        var part = Assert.Single(mean.Parts);
        Assert.Equal(0.03 / 18, part.Variance, 12);
        Assert.Equal(6, part.DegreesOfFreedom);
    }

    /// <summary>Launches that speak for themselves alone.</summary>
    private static LogMean Mean(params double[] launches) => LogMean.Of([.. launches.Select(value => new MetricReading(value, null, 5))], None, spreadFreedom: 0);
}
