using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class EnergyChartTests
{
    [Fact]
    public void From_NoCounter_DrawsNothing() => Assert.Empty(EnergyChart.From(SampleRuns.Default()));

    [Fact]
    public void From_ACounter_DrawsJoulesOfAToken()
    {
        var chart = Assert.Single(EnergyChart.From(SampleRuns.Whole()));

        var fp32 = Assert.Single(chart.Series, series => series.Name == "fp32");
        Assert.Equal([(1, 0.5), (2, 0.4), (4, 2.0 / 7), (8, 2.0 / 11)], fp32.Points.Select(point => (point.X, point.Y)));
        Assert.Contains("NVML energy counter", chart.Notes[0], StringComparison.Ordinal);
    }
}
