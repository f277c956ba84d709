using InferBench.Bench.Harness;
using InferBench.Bench.Tests.Fakes;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Bench.Tests.Harness;

public sealed class WarmupTests
{
    private static readonly MeasureSettings Settings = MeasureSettings.Defaults with { MinWarmup = 2, MaxWarmupSeconds = 1 };

    [Fact]
    public void Run_TwoInARowAgree_Stops()
    {
        var (report, latest) = Run(Settings, 0.3, 0.2, 0.101, 0.1, 0.1);

        Assert.Equal(new WarmupReport(4, 701_000_000, Stable: true), report);
        Assert.Equal(TimeSpan.FromSeconds(0.1), latest);
    }

    [Fact]
    public void Run_NeverTwoAlike_StopsWhenItsTimeIsUsedUp()
    {
        var (report, latest) = Run(Settings, 0.1, 0.2, 0.3, 0.4, 0.5);

        Assert.Equal(new WarmupReport(4, 1_000_000_000, Stable: false), report);
        Assert.Equal(TimeSpan.FromSeconds(0.4), latest);
    }

    [Fact]
    public void Run_FirstTwoAgree_StillDoesTheLeast()
    {
        var (report, _) = Run(Settings with { MinWarmup = 4 }, 0.1, 0.1, 0.1, 0.1, 0.1);

        Assert.Equal(4, report.Operations);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void Run_NoTime_DoesTheLeastAndAtLeastOne(int least, int expected)
    {
        var (report, _) = Run(Settings with { MinWarmup = least, MaxWarmupSeconds = 0 }, 0.1, 0.2, 0.4, 0.8);

        Assert.Equal(expected, report.Operations);
    }

    [Fact]
    public void Run_EveryOperation_TellsProgressAndItsTime()
    {
        var told = new List<(int Done, double Seconds)>();

        Run(Settings, told, 0.2, 0.1, 0.1);

        Assert.Equal([(1, 0.2), (2, 0.1), (3, 0.1)], told);
    }

    private static (WarmupReport Report, TimeSpan Latest) Run(MeasureSettings settings, params double[] seconds) => Run(settings, [], seconds);

    private static (WarmupReport Report, TimeSpan Latest) Run(MeasureSettings settings, List<(int Done, double Seconds)> told, params double[] seconds)
    {
        var time = new ManualTime();
        var next = 0;
        return Warmup.Run(() => time.Advance(TimeSpan.FromSeconds(seconds[next++])), settings, (done, last) => told.Add((done, last)), time);
    }
}
