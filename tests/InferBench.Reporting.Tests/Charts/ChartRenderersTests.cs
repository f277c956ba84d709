using System.Text;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;

namespace InferBench.Reporting.Tests.Charts;

public sealed class ChartRenderersTests
{
    [Fact]
    public void All_EachFormat_HasOneRenderer()
    {
        Assert.Equal(ChartRenderers.All.Count, ChartRenderers.All.Select(renderer => renderer.Extension).Distinct().Count());
    }

    [Fact]
    public void Svg_AnyChart_IsDrawn()
    {
        var charts = CostCharts.From(SampleRuns.Default()).Concat(CostCharts.From(SampleRuns.Of())).Concat(CostCharts.From(SampleRuns.Hostile()));

        Assert.All(charts, chart => Assert.StartsWith("<svg", Encoding.UTF8.GetString(ChartRenderers.Svg.Render(chart)), StringComparison.Ordinal));
    }
}
