using System.Text;
using System.Xml.Linq;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>Chart files as SVG; what is drawn in them is the same drawing as in the PNG files.</summary>
public sealed class ChartFileTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Svg_AnyChart_SaysInWordsWhatItShowsAndScales()
    {
        foreach (var chart in CostCharts.From(SampleRuns.Default()))
        {
            var root = Drawn(chart);

            Assert.Equal($"{chart.Name}-title {chart.Name}-desc", root.Attribute("aria-labelledby")?.Value);
            Assert.Equal(chart.Title, root.Element(Svg + "title")?.Value);
            Assert.Contains(chart.Series[0].Name, root.Element(Svg + "desc")?.Value, StringComparison.Ordinal);
            Assert.Equal($"0 0 880 {root.Attribute("height")?.Value}", root.Attribute("viewBox")?.Value);
        }
    }

    [Fact]
    public void Svg_Words_AreTextInOurFontWithWhatStandsInForIt()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];

        var root = Drawn(chart);

        var texts = root.Descendants(Svg + "text").ToList();
        Assert.Contains(texts, text => text.Value == chart.Title && text.Attribute("font-weight")?.Value == "600");
        Assert.Contains(texts, text => text.Value == chart.Series[0].Name);
        Assert.All(texts, text => Assert.Null(text.Attribute("font-family")));
        Assert.StartsWith($"{ChartFont.Family}, system-ui, ", root.Attribute("font-family")?.Value, StringComparison.Ordinal);
        Assert.EndsWith(", sans-serif", root.Attribute("font-family")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_Text_TakesTheRoomOfItsOwnFontInAnyOther()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];

        var title = Drawn(chart).Descendants(Svg + "text").Single(text => text.Value == chart.Title);

        Assert.Equal(ChartFont.Width(chart.Title, 17, bold: true), (double)title.Attribute("textLength")!, 0.5);
    }

    [Fact]
    public void Svg_HostileNames_IsWellFormedAndHoldsNoMarkupOfTheirs()
    {
        foreach (var chart in CostCharts.From(SampleRuns.Hostile()))
        {
            var root = Drawn(chart);

            Assert.Empty(root.Descendants(Svg + "script"));
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain('\u202E', root.ToString());
        }
    }

    [Fact]
    public void Svg_UnderAnotherCulture_GivesTheSameBytes()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];
        var invariant = ChartRenderers.Svg.Render(chart);

        using var scope = new CultureScope("ru-RU");

        Assert.Equal(invariant, ChartRenderers.Svg.Render(chart));
    }

    [Fact]
    public void Font_LettersOfCharts_AreAllThere()
    {
        var charts = CostCharts.From(SampleRuns.Default()).Concat(RooflineAndOthers());

        Assert.All(charts, chart => Assert.True(ChartFont.Has(
            string.Concat([chart.Title, chart.Subtitle, chart.Source, chart.X.Title, chart.Y.Title, .. chart.Notes, .. chart.Series.SelectMany(series => series.Lines.Prepend(series.Name))]))));
    }

    [Fact]
    public void Font_LetterThatItLacks_IsDrawnFromTheMachinesFontsOrAsABox()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0] with { Subtitle = "Qwen 通义千问" };

        Assert.False(ChartFont.Has(chart.Subtitle));
        Assert.Contains("通义千问", Encoding.UTF8.GetString(ChartRenderers.Svg.Render(chart)), StringComparison.Ordinal);
    }

    private static IEnumerable<Chart> RooflineAndOthers() =>
        new[] { SampleRuns.Whole(), SampleRuns.Gpu(), SampleRuns.OneShots() }.SelectMany(run => InferBench.Reporting.Reports.RunReport.Of(run, new()).Charts);

    private static XElement Drawn(Chart chart)
    {
        using var stream = new MemoryStream(ChartRenderers.Svg.Render(chart));
        return XDocument.Load(stream).Root!;
    }
}
