using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;

namespace InferBench.Reporting.Tests.Charts;

public sealed class RooflineChartTests
{
    [Fact]
    public void From_NoCeilings_DrawsNothing() => Assert.Empty(RooflineChart.From(SampleRuns.Default()));

    [Fact]
    public void From_Ceilings_PutsCellsUnderTheRoofOfTheirPrecision()
    {
        var chart = Assert.Single(RooflineChart.From(SampleRuns.Whole()));

        Assert.Equal("roofline", chart.Name);
        Assert.Contains(chart.Series, series => series.Name == "fp32" && series.Points.Count > 0);
        var roof = Assert.Single(chart.Series, series => series.Name == "roof fp32");
        Assert.Equal(200, roof.Points[^1].Y);
        Assert.Equal(5, roof.Points[1].X);
        Assert.Equal(40 * roof.Points[0].X, roof.Points[0].Y, 9);
    }

    [Fact]
    public void From_CeilingsOfTheDevice_DrawsBothProvidersUnderOneRoof()
    {
        var run = SampleRuns.Whole();
        var mixed = run with
        {
            Ceilings = [run.Ceilings![0] with { Provider = "cuda" }],
            Models = [.. run.Models.Select(model => model with { Provider = Provider(model.Precision) })],
            Cells = [.. run.Cells.Select(cell => cell with { Cell = cell.Cell with { Provider = Provider(cell.Cell.Precision) } })],
        };

        var chart = Assert.Single(RooflineChart.From(mixed));

        Assert.Equal(RooflineChart.From(run).Single().Series.Count, chart.Series.Count);
    }

    [Fact]
    public void From_Ceilings_IsDrawn()
    {
        var chart = Assert.Single(RooflineChart.From(SampleRuns.Whole()));

        Assert.NotEmpty(ChartRenderers.Svg.Render(chart));
    }

    private static string Provider(string precision) => precision == "fp32" ? "cuda" : "tensorrt";
}
