using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class ChartRenderersTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    [Fact]
    public void ForReports_AnyBuild_HasTheBuiltInSvgAndOneRendererForEachFormat()
    {
        Assert.Equal("built-in SVG", ChartRenderers.ForReports[0].Name);
        Assert.Equal(ChartRenderers.ForReports.Count, ChartRenderers.ForReports.Select(renderer => renderer.Extension).Distinct().Count());
    }

    [Fact]
    public void All_AnyChart_IsDrawnInTheFormatOfTheExtension()
    {
        var charts = CostCharts.From(SampleRuns.Default()).Concat(CostCharts.From(SampleRuns.Of())).Concat(CostCharts.From(SampleRuns.Hostile()));

        foreach (var (chart, renderer) in charts.SelectMany(chart => ChartRenderers.All.Select(renderer => (chart, renderer))))
        {
            var bytes = renderer.Render(chart);

            Assert.True(renderer.Extension == ".png" ? bytes.AsSpan().StartsWith(PngSignature) : bytes.AsSpan().IndexOf("<svg"u8) >= 0, renderer.Name);
        }
    }
}
