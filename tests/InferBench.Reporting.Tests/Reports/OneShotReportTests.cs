using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Page;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

/// <summary>Reports of runs that have one-shot models, alone and beside decoders.</summary>
public sealed class OneShotReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_OneShotRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(MarkdownReport.Of(SampleRuns.OneShots()), "report-one-shot.md");
        Snapshot.Matches(CellsCsv.Of(SampleRuns.OneShots()), "cells-one-shot.csv");
        Snapshot.Matches(SvgChart.Fragment(CostCharts.From(SampleRuns.OneShots())[0], SvgForm.Wide).Text, "item-cost-by-batch.svg");
    }

    [Fact]
    public void From_OneShotCellsOnly_HasNoColumnOfADecoder() => Assert.Equal(
        ["model", "precision", "provider", "batch", "prompt tok", "inputs", "latency P50 ms", "latency P90 ms", "items/s", "input tok/s", "± 95 %", "$/M items", "vs fp32", "n", "validity"],
        ResultsTable.From(SampleRuns.OneShots()).Columns.Select(column => column.Name));

    [Fact]
    public void From_NoSequences_HasNoColumnOfTokens() => Assert.DoesNotContain(
        ResultsTable.From(SampleRuns.Of(SampleRuns.OneShot(new("vision", "fp32", "cpu", 1, null, null, 2), 33))).Columns,
        column => column.Name is "prompt tok" or "input tok/s");

    [Fact]
    public void From_BothKinds_HasTheColumnsOfBothAndDashes()
    {
        var table = ResultsTable.From(Mixed());
        var names = table.Columns.Select(column => column.Name).ToList();

        Assert.Equal("–", table.Rows[0].Values[names.IndexOf("items/s")]);
        Assert.Equal("–", table.Rows[^2].Values[names.IndexOf("output tok/s")]);
        Assert.NotEqual("–", table.Rows[0].Values[names.IndexOf("$/M output tok")]);
        Assert.NotEqual("–", table.Rows[^2].Values[names.IndexOf("$/M items")]);
    }

    [Fact]
    public void Charts_OneShotRun_AreOfItems() =>
        Assert.Equal(["item-cost-by-batch", "items-by-batch"], CostCharts.From(SampleRuns.OneShots()).Select(chart => chart.Name));

    [Fact]
    public void Charts_BothKinds_NeverShareOne()
    {
        var charts = CostCharts.From(Mixed());

        Assert.Equal(["cost-by-batch", "cost-by-speed", "cost-by-tpot", "cost-by-ttft", "throughput-by-batch", "item-cost-by-batch", "items-by-batch"], charts.Select(chart => chart.Name));
        Assert.All(charts.Take(5), chart => Assert.Equal(3, chart.Series.Count(series => series.Form == SeriesForm.Line)));
        Assert.All(charts.Skip(5), chart => Assert.Equal(["encoder · fp32 · prompt 128", "encoder · int8-dyn-chan · prompt 128", "vision · fp32"], chart.Series.Select(series => series.Name)));
    }

    [Fact]
    public void Sentence_OneShotRun_SpeaksOfItems() => Assert.Equal(
        "The cheapest valid configuration is encoder in int8-dyn-chan on cpu at batch 8: $0.0338 per million items (95 % interval $0.0331 to $0.0345) "
        + "on AMD EPYC 7B13, 2 cores at $0.10 per hour (assumed). In fp32 the best is $0.0678, at batch 8.",
        Answer.Sentence(SampleRuns.OneShots()));

    [Fact]
    public void Sentence_BothKinds_AnswersEachOnItsOwn()
    {
        var sentence = Answer.Sentence(Mixed());

        Assert.StartsWith("Decoders: The cheapest valid configuration is llama-110m in int8-dyn-chan on cpu at batch 8: $0.104 per million output tokens", sentence, StringComparison.Ordinal);
        Assert.Contains(" One-shot models: The cheapest valid configuration is encoder in int8-dyn-chan on cpu at batch 8: $0.0338 per million items", sentence, StringComparison.Ordinal);
    }

    private static Core.Runs.RunDocument Mixed() => SampleRuns.Of([.. SampleRuns.Default().Cells, .. SampleRuns.OneShots().Cells]);
}
