using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class LatencyChartsTests
{
    [Fact]
    public void From_NoRawSamples_DrawsNothing() => Assert.Empty(LatencyCharts.From(SampleRuns.Default()));

    [Fact]
    public void From_RawSamples_DrawsALineForEachPrecisionAtTheBatchOfTheAnswer()
    {
        var charts = LatencyCharts.From(SampleRuns.Whole());

        Assert.Equal(["ttft-ecdf", "tpot-ecdf", "e2e-ecdf"], charts.Select(chart => chart.Name));
        Assert.All(charts, chart => Assert.EndsWith(", batch 8", chart.Title, StringComparison.Ordinal));
        Assert.Equal(["fp32", "int8-dyn-chan"], charts[0].Series.Select(series => series.Name));
        Assert.All(charts.SelectMany(chart => chart.Series), series => Assert.Contains("n 12, within ±39.2 points", series.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void From_RawSamples_IsInMilliseconds()
    {
        var run = SampleRuns.Whole();

        var line = LatencyCharts.From(run)[2].Series[0];

        var fp32 = run.Cells.First(cell => cell.Cell is { Precision: "fp32", Batch: 8 });
        Assert.Equal(fp32.Measurement!.Samples.Max(sample => sample.EndToEndNs) / 1e6, line.Points[^1].X, 9);
        Assert.Equal(100, line.Points[^1].Y);
    }

    [Fact]
    public void From_SeveralLaunches_TakesTheirOperationsTogether()
    {
        var cell = SampleRuns.Sampled(SampleRuns.Measured(new("m", "fp32", "cpu", 4, 128, 64, 2), 50));
        var run = SampleRuns.Of(cell, cell with { Key = "again", Cell = cell.Cell with { Launch = 2 } });

        Assert.StartsWith("n 24,", LatencyCharts.From(run)[0].Series.Single().Detail, StringComparison.Ordinal);
    }
}
