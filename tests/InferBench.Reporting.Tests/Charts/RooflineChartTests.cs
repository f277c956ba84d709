using InferBench.Core.Ceilings;
using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class RooflineChartTests
{
    [Fact]
    public void From_NoCeilings_DrawsNothing() => Assert.Empty(RooflineChart.From(SampleRuns.Default()));

    [Fact]
    public void From_Ceilings_PutsCellsUnderTheRoofOfTheirPrecision()
    {
        var chart = Assert.Single(RooflineChart.From(WithCeilings()));

        Assert.Equal("roofline", chart.Name);
        Assert.Contains(chart.Series, series => series.Name == "fp32" && series.Points.Count > 0);
        var roof = Assert.Single(chart.Series, series => series.Name == "roof fp32");
        Assert.Equal(200, roof.Points[^1].Y);
        Assert.Equal(5, roof.Points[1].X);
        Assert.Equal(40 * roof.Points[0].X, roof.Points[0].Y, 9);
    }

    [Fact]
    public void From_Ceilings_IsDrawn()
    {
        var chart = Assert.Single(RooflineChart.From(WithCeilings()));

        foreach (var renderer in ChartRenderers.ForReports)
        {
            Assert.NotEmpty(renderer.Render(chart));
        }
    }

    private static RunDocument WithCeilings()
    {
        var run = SampleRuns.Default();
        var ceilings = new MachineCeilings(
            "cpu",
            2,
            [
                new Ceiling(CeilingKind.MemoryRead, null, "reads", 40e9, 39e9, 0.02, [40e9, 39e9], 9, 1, null),
                new Ceiling(CeilingKind.MatMul, "fp32", "MatMul", 200e9, 199e9, 0.02, [200e9, 199e9], 9, 1, 2),
            ],
            [],
            null,
            1);
        return run with
        {
            Ceilings = [ceilings],
            Models = [.. run.Models.Select(model => model with { MultipliedParameters = 100_000_000, KvBytesPerToken = 10_000, DecodeWeightBytes = 400_000_000 })],
            Cells = [.. run.Cells.Select(cell => cell.Metrics is null ? cell : cell with { Efficiency = new CellEfficiency(400e6, new Estimate(0.5, null, null), 40e9, null, null, 200e9) })],
        };
    }
}
