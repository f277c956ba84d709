using InferBench.Core.Telemetry;

namespace InferBench.Core.Tests.Telemetry;

public sealed class RunningTotalTests
{
    private static readonly RunningTotal Steps = new([0, 100, 200], [0.0, 10.0, 30.0]);

    [Theory]
    [InlineData(0, 200, 30.0)]
    [InlineData(0, 50, 5.0)]
    [InlineData(50, 150, 15.0)]
    [InlineData(120, 120, 0.0)]
    public void Between_InsideTheReadings_GrowsEvenly(long from, long to, double expected) => Assert.Equal(expected, Steps.Between(from, to)!.Value, 9);

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(100, 201)]
    public void Between_BeyondTheReadings_IsUnknown(long from, long to) => Assert.Null(Steps.Between(from, to));

    [Fact]
    public void Between_SensorVanished_IsUnknownFromThere()
    {
        var total = new RunningTotal([0, 100, 200, 300], [0.0, 10.0, null, null]);

        Assert.Equal(10, total.Between(0, 100));
        Assert.Null(total.Between(0, 150));
    }

    [Fact]
    public void Between_TotalFalls_IsUnknown() => Assert.Null(new RunningTotal([0, 100], [5.0, 1.0]).Between(0, 100));

    [Fact]
    public void Between_NoReading_IsUnknown() => Assert.Null(new RunningTotal([], []).Between(0, 0));
}
