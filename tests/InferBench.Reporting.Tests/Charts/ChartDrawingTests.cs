using System.Globalization;
using InferBench.Core.Comparison;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;
using InferBench.Reporting.Comparison;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Charts;

public sealed class ChartDrawingTests
{
    private const int Edge = 8;

    [Fact]
    public void Png_EveryChartOfEveryKindOfRun_HasItsColoursAndKeepsOffTheEdges()
    {
        var charts = Charts();

        Assert.Superset(
            new HashSet<string>
            {
                "cost-by-batch", "cost-by-speed", "cost-by-tpot", "cost-by-ttft", "throughput-by-batch", "frontier", "cost-by-utilization", "break-even", "cost-sensitivity",
                "energy-by-batch", "roofline", "item-cost-by-batch", "items-by-batch", "ratios",
            },
            charts.Select(chart => chart.Name).ToHashSet());
        Assert.Equal(Enum.GetValues<SeriesForm>().Order(), charts.SelectMany(chart => chart.Series).Select(series => series.Form).Distinct().Order());
        Assert.Contains(charts, chart => chart.X.Scale == AxisScale.Log && chart.Y.Scale == AxisScale.Log);
        foreach (var chart in charts)
        {
            var image = Draw(chart);

            Assert.Equal(1320, image.Width);
            Assert.InRange(image.Height, 450, 3000);
            AssertColours(chart, image);
            AssertEdgesAreBlank(chart, image);
        }
    }

    [Fact]
    public void Png_HostileNames_AreDrawnInside()
    {
        foreach (var chart in RunReport.Of(SampleRuns.Hostile(), new()).Charts)
        {
            var image = Draw(chart);

            AssertColours(chart, image);
            AssertEdgesAreBlank(chart, image);
        }
    }

    [Fact]
    public void Png_NoPoints_IsDrawnWithoutAPlot()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];

        var image = Draw(chart with { Series = [new("nothing", [])] });

        Assert.Equal(1320, image.Width);
        Assert.InRange(image.Height, 225, 600);
        Assert.True(image.Colours().Count > 10, "nothing is written");
        AssertEdgesAreBlank(chart, image);
    }

    [Fact]
    public void Png_EqualSingleOrUnboundedPoints_AreDrawn()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];
        IReadOnlyList<SeriesPoint>[] lines =
        [
            [new(1, 5)],
            [new(1, 5), new(2, 5), new(4, 5)],
            [new(1, 5, YLow: 4), new(2, 6, YLow: 0.001, YHigh: 1e9), new(4, 7, YLow: 6, YHigh: double.PositiveInfinity)],
            [new(1, 1e-9), new(4096, 1e12)],
        ];

        foreach (var points in lines)
        {
            var drawn = ChartAxes.Fitted(chart with { Series = [new("one", points)] });

            AssertColours(drawn, Draw(drawn));
        }
    }

    [Fact]
    public void Png_SuspectPoint_IsHollow()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0] with { Series = [new("one", [new(2, 5)])] };

        var solid = Inked(chart);
        var hollow = Inked(chart with { Series = [new("one", [new(2, 5, Flagged: true)])] });

        // Of two marks, one in the legend, one has lost its inside.
        Assert.InRange(solid - hollow, solid / 10, solid / 2);
    }

    [Fact]
    public void Png_UnderAnotherCulture_GivesTheSameBytes()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];
        var invariant = ChartRenderers.Png.Render(chart);

        using var scope = new CultureScope("ru-RU");

        Assert.Equal(invariant, ChartRenderers.Png.Render(chart));
    }

    private static IReadOnlyList<Chart> Charts() =>
    [
        .. new[] { SampleRuns.Default(), SampleRuns.Whole(), SampleRuns.Gpu(), SampleRuns.OneShots(), EconomicsChartsTests.Published() }.SelectMany(run => RunReport.Of(run, new()).Charts),
        .. MachinesReport.Of([SampleRuns.Default(), SampleRuns.Gpu()], new()).Charts,
        ComparisonChart.Of(RunComparer.Compare([SampleRuns.Default()], new ComparisonSettings(ComparisonAxis.Precision))),
    ];

    private static PngImage Draw(Chart chart) => new(ChartRenderers.Png.Render(chart));

    private static int Inked(Chart chart)
    {
        var image = Draw(chart);
        var ink = Rgb(SeriesStyle.Of(0).Light);
        return Enumerable.Range(0, image.Height).Sum(y => Enumerable.Range(0, image.Width).Count(x => image[x, y] == ink));
    }

    private static void AssertColours(Chart chart, PngImage image)
    {
        var there = image.Colours();
        foreach (var (series, index) in chart.Series.Select((series, index) => (series, index)).Where(one => one.series.Points.Count > 1 || (one.series.Marked && one.series.Points.Count > 0)))
        {
            var (red, green, blue) = Rgb(SeriesStyle.Of(chart, index).Light);
            var opacity = series.Marked ? 1 : SeriesStyle.Stroke(series.Form).Opacity;
            int[] mixed = [.. ((int[])[red, green, blue]).Select(part => (int)Math.Round((part * opacity) + (255 * (1 - opacity))))];

            Assert.True(
                there.Any(colour => Math.Abs(colour.Red - mixed[0]) <= 2 && Math.Abs(colour.Green - mixed[1]) <= 2 && Math.Abs(colour.Blue - mixed[2]) <= 2),
                $"{chart.Name}: nothing has the colour of {series.Name}");
        }
    }

    private static (byte Red, byte Green, byte Blue) Rgb(string hex)
    {
        byte Part(int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Part(1), Part(3), Part(5));
    }

    /// <summary>What is cut off by an edge leaves its ink there.</summary>
    private static void AssertEdgesAreBlank(Chart chart, PngImage image)
    {
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                if ((x < Edge || y < Edge || x >= image.Width - Edge || y >= image.Height - Edge) && image[x, y] != (255, 255, 255))
                {
                    Assert.Fail($"{chart.Name}: something reaches the edge at {x}, {y} of {image.Width} × {image.Height}");
                }
            }
        }
    }
}
