using System.Xml.Linq;
using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Page;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Charts;

public sealed class PageChartTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Fragment_TheDefaultRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        foreach (var chart in CostCharts.From(SampleRuns.Default()))
        {
            Snapshot.Matches(Drawn(chart), $"{chart.Name}.svg");
        }
    }

    [Fact]
    public void Fragment_HostileNames_IsWellFormedAndHoldsNoMarkupOfTheirs()
    {
        foreach (var chart in CostCharts.From(SampleRuns.Hostile()))
        {
            var document = XDocument.Parse(Drawn(chart));

            Assert.Empty(document.Descendants("script"));
            Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain('\u202E', document.ToString());
        }
    }

    [Fact]
    public void Fragment_NameOf300Characters_IsCutWithAnEllipsis()
    {
        var chart = CostCharts.From(SampleRuns.Hostile())[0];

        var name = Assert.Single(Texts(chart), text => text.Value.StartsWith("WW", StringComparison.Ordinal)).Value;

        Assert.EndsWith("…", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 5, 40);
    }

    [Fact]
    public void Fragment_OneOrEqualOrHugePoints_KeepsEverythingInside()
    {
        IReadOnlyList<(int Batch, double Rate)>[] sweeps =
        [
            [(1, 33)],
            [(1, 50), (2, 50), (4, 50)],
            [(1, 0.001), (4096, 5_000_000)],
            [(7, 1e-7)],
        ];
        foreach (var chart in sweeps.SelectMany(sweep => CostCharts.From(SampleRuns.Of([.. SampleRuns.Sweep("m", "fp32", "cpu", sweep)]))))
        {
            Assert.All(Places(Drawn(chart)), place => Assert.InRange(place, 0, 1000));
        }
    }

    [Fact]
    public void Fragment_NothingMeasured_SaysSo()
    {
        var run = SampleRuns.Of(SampleRuns.Broken(SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 64, 2), 33), CellStatus.Failed, "no such file"));

        Assert.All(CostCharts.From(run), chart => Assert.Contains("No valid measurement to draw", Drawn(chart), StringComparison.Ordinal));
    }

    [Fact]
    public void Fragment_UnboundedInterval_RunsToTheEdgeWithoutACap()
    {
        var chart = Of(new SeriesPoint(1, 10, YLow: 8), new SeriesPoint(2, 12, YLow: 11, YHigh: 13));

        var paths = XDocument.Parse(Drawn(chart)).Descendants("path").Select(path => path.Attribute("d")!.Value);
        var whiskers = paths.First(path => path.Contains('V', StringComparison.Ordinal));

        Assert.Equal(3, whiskers.Split('h').Length - 1);
    }

    [Fact]
    public void Fragment_SuspectPoint_IsHollow()
    {
        var chart = Of(new SeriesPoint(1, 10), new SeriesPoint(2, 12, Flagged: true));

        var circles = XDocument.Parse(Drawn(chart)).Descendants("circle");
        Assert.Single(circles, circle => circle.Attribute("class")?.Value.StartsWith("ib-ground ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Fragment_ManyLines_NamesDoNotOverlap()
    {
        var chart = Of([]) with
        {
            Series = [.. Enumerable.Range(0, 16).Select(index => new Series($"line {index}", [new(1, 5), new(2, 5 + (index / 100.0))], "lowest"))],
        };

        var names = Texts(chart).Where(text => text.Value.StartsWith("line", StringComparison.Ordinal)).Select(Y).Order().ToList();

        Assert.Equal(16, names.Count);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 30));
    }

    [Fact]
    public void Of_EightStyles_DifferInColourAndShape()
    {
        var styles = Enumerable.Range(0, SeriesStyle.Lines).Select(SeriesStyle.Of).ToList();

        Assert.Equal(styles.Count, styles.Select(style => style.Light).Distinct().Count());
        Assert.Equal(styles.Count, styles.Select(style => style.Dark).Distinct().Count());
        Assert.Equal(styles.Count, styles.Select(style => style.Marker).Distinct().Count());
        Assert.NotEqual(SeriesStyle.Of(0).Dashes, SeriesStyle.Of(SeriesStyle.Lines).Dashes);
    }

    private static Chart Of(params IReadOnlyList<SeriesPoint> points) => new(
        "test", "Title", "Subtitle", new("X", "s", AxisScale.Linear), new("Y", null, AxisScale.Linear, Money: true), [new("line", points)], ["A note."], "Source");

    private static string Drawn(Chart chart) => SvgChart.Fragment(chart, SvgForm.Wide).Text;

    private static IEnumerable<XElement> Texts(Chart chart) => XDocument.Parse(Drawn(chart)).Descendants("text");

    private static double Y(XElement text) => double.Parse(text.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Places(string svg) => XDocument.Parse(svg).Descendants().Attributes()
        .Where(attribute => attribute.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy")
        .Select(attribute => double.Parse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture));
}
