using InferBench.Core.Validity;
using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class CostChartsTests
{
    [Fact]
    public void From_OneModel_NamesLinesByPrecisionOnly() =>
        Assert.Equal(["fp32", "int8-dyn-chan", "int4-rtn-b32-sym"], CostCharts.From(SampleRuns.Default())[0].Series.Select(series => series.Name));

    [Fact]
    public void From_AScoredRun_PutsTheQualityBesideTheLowestCost()
    {
        var chart = CostCharts.From(SampleRuns.Scored())[0];

        Assert.Equal(["perplexity 1.8495", null, "perplexity +4.6 %"], chart.Series.Select(series => series.Detail));
        Assert.Equal(["lowest $0.142 at batch 4", "perplexity +4.6 %"], chart.Series[2].Lines);
        Assert.Contains("Quality against fp32: 1275 tokens of tinystories.txt.", chart.Notes);
    }

    [Fact]
    public void From_SeveralProviders_NamesThem()
    {
        var run = SampleRuns.Of([.. SampleRuns.Sweep("m", "fp32", "cpu", [(1, 10)]), .. SampleRuns.Sweep("m", "fp32", "cuda", [(1, 90)])]);

        Assert.Equal(["fp32 · cpu", "fp32 · cuda"], CostCharts.From(run)[0].Series.Select(series => series.Name));
    }

    [Fact]
    public void From_AssumedPrice_SaysSoInSubtitleAndNotes()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];

        Assert.Equal("AMD EPYC 7B13, 2 cores at $0.10 per hour (assumed)", chart.Subtitle);
        var price = Assert.Single(chart.Notes, note => note.StartsWith("The price is an assumption, $0.10 per hour: 2 cores", StringComparison.Ordinal));
        Assert.EndsWith("as of 2026-11-20.", price, StringComparison.Ordinal);
    }

    [Fact]
    public void From_InvalidCell_IsNotDrawn()
    {
        var cell = SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 64, 2), 33);
        var run = SampleRuns.Of(cell, cell with { Cell = cell.Cell with { Batch = 2 }, Validity = new(Verdict.Invalid, ["wrong output"]) });

        Assert.Single(CostCharts.From(run)[0].Series[0].Points);
    }

    [Fact]
    public void From_BatchAxis_HasTicksAtTheMeasuredSizes() => Assert.Equal([1, 2, 4, 8], CostCharts.From(SampleRuns.Default())[0].X.TicksAt);

    [Fact]
    public void From_WideRangeOfCost_TakesALogAxis()
    {
        var run = SampleRuns.Of([.. SampleRuns.Sweep("m", "fp32", "cpu", [(1, 10), (2, 10_000)])]);

        Assert.Equal(AxisScale.Log, CostCharts.From(run)[0].Y.Scale);
        Assert.Equal(AxisScale.Linear, CostCharts.From(SampleRuns.Default())[0].Y.Scale);
    }

    [Fact]
    public void From_MoreLinesThanFit_DrawsTheCheapestAndSaysSo()
    {
        var run = SampleRuns.Of([.. Enumerable.Range(1, 20).SelectMany(index => SampleRuns.Sweep($"model-{index}", "fp32", "cpu", [(1, index * 10)]))]);

        var chart = CostCharts.From(run)[0];

        Assert.Equal(8, chart.Series.Count(series => series.Form == SeriesForm.Line));
        Assert.DoesNotContain(chart.Series, series => series.Name.StartsWith("model-12 ", StringComparison.Ordinal));
        Assert.Contains(chart.Notes, note => note.StartsWith("8 of 20 lines are drawn", StringComparison.Ordinal));
    }

    [Fact]
    public void From_OneGeneratedToken_HasNoSpeedToDraw()
    {
        var run = SampleRuns.Of(SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 1, 2), 33));

        var series = Assert.Single(CostCharts.From(run)[1].Series);

        Assert.Empty(series.Points);
        Assert.Equal("one token generated: no speed", series.Summary);
    }
}
