using System.Diagnostics;
using InferBench.Runtime.Devices;

namespace InferBench.Runtime.Tests.Devices;

public sealed class ProcessorUseTests
{
    private const string Before = "cpu  1000 100 200 9000 50 10 40 5 0 0\ncpu0 1 2 3\ncpu1 1 2 3\nintr 5\n";

    // Ten seconds later: 1,200 ticks of user, 100 of system, 50 stolen; the process itself used 9 s.
    private const string After = "cpu  2200 100 300 9600 50 10 40 55 0 0\ncpu0 1 2 3\ncpu1 1 2 3\nintr 5\n";

    [Fact]
    public void Since_TwoReadings_SharesTheCoresOut()
    {
        var earlier = ProcessorUse.Parse(Before, ownSeconds: 1, timestamp: 0)!;
        var later = ProcessorUse.Parse(After, ownSeconds: 10, timestamp: 10 * Stopwatch.Frequency)!;

        var use = later.Since(earlier)!;

        Assert.Equal(0.9, use.OwnCores, 9);
        Assert.Equal(0.4, use.OtherCores, 9);
        Assert.Equal(0.05, use.StolenCores, 9);
        Assert.Equal(2, use.Cores);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpu 1 2 3")]
    [InlineData("intr 1 2 3 4 5 6 7 8 9")]
    [InlineData("cpu a b c d e f g h i")]
    public void Parse_AnotherFormat_IsUnknown(string stat) => Assert.Null(ProcessorUse.Parse(stat, 0, 0));

    [Fact]
    public void Since_TooShortAMoment_IsUnknown() =>
        Assert.Null(ProcessorUse.Parse(After, 1, Stopwatch.Frequency / 10)!.Since(ProcessorUse.Parse(Before, 1, 0)!));
}
