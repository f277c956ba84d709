using System.Runtime.CompilerServices;
using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Page;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Charts;

public sealed class EconomicsChartsTests
{
    [Theory]
    [InlineData("", "cost-by-utilization")]
    [InlineData("ru-RU", "cost-by-utilization")]
    [InlineData("", "break-even")]
    [InlineData("", "cost-sensitivity")]
    [InlineData("ru-RU", "cost-sensitivity")]
    public void From_PublishedRun_DrawsItsSnapshot(string culture, string name)
    {
        using var scope = new CultureScope(culture);
        var run = Published();

        var chart = RunReport.Of(run, new()).Charts.Single(chart => chart.Name == name);

        var version = RunCost.Of(run)!.CatalogVersion;
        Snapshot.Matches(SvgChart.Fragment(chart, SvgForm.Wide).Text.Replace(version, "VERSION", StringComparison.Ordinal), $"{name}.svg");
    }

    [Fact]
    public void From_SyntheticModel_SaysThatTheComparisonShowsSpeedOnly()
    {
        var charts = RunReport.Of(Published(), new()).Charts.Where(chart => chart.Name is "cost-by-utilization" or "break-even").ToList();

        Assert.Equal(2, charts.Count);
        Assert.All(charts, chart => Assert.Contains("Random weights in the dimensions of llama-110m: the price comparison only shows speed economics.", chart.Notes));
    }

    [Fact]
    public void From_UtilizationChart_CrossesTheApiWhereTheBreakEvenIs()
    {
        var run = Published();
        var report = RunCost.Of(run)!;
        var chart = RunReport.Of(run, new()).Charts.Single(chart => chart.Name == "cost-by-utilization");
        var api = report.Comparisons.First(one => chart.Series.Any(series => series.Summary == one.Model.Split('/')[^1]));

        // By the chart's own line: at the break-even utilization the machine costs what the API takes.
        var full = report.Answer.OutputWithInput!.Value;
        Assert.Equal(api.OutputWithInput, full / api.Crossing.Utilization!.Value, 1e-9);
    }

    [Fact]
    public void From_CostBySpeed_FrontierTouchesOnlyMeasuredPoints()
    {
        var chart = RunReport.Of(Published(), new()).Charts.Single(chart => chart.Name == "cost-by-speed");
        var frontier = chart.Series.Single(series => series.Form == SeriesForm.Highlight);
        var measured = chart.Series.Except([frontier]).SelectMany(series => series.Points).Where(point => !point.Flagged).Select(point => (point.X, point.Y)).ToHashSet();

        Assert.All(frontier.Points, point => Assert.Contains((point.X, point.Y), measured));
    }

    [Fact]
    public void From_RunWithoutRawSamples_HasNoEconomics() =>
        Assert.DoesNotContain(RunReport.Of(SampleRuns.Default(), new()).Charts, chart => chart.Name is "cost-by-utilization" or "break-even" or "cost-sensitivity");

    internal static RunDocument Published([CallerFilePath] string here = "") =>
        RunDocumentReader.Read(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "results", "20261120-131919-llama-110m"));
}
