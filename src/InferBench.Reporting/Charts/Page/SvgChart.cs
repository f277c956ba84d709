using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>
/// Draws a chart into a page as SVG. The page's charts are not ScottPlot's, which draws pictures: these are read without a script, follow the
/// reader's dark screen and the page's style sheet, have a second form for phones, and keep each line, mark and interval as an element that the
/// script can hide, move to another scale and read out. Libraries for charts in a page draw nothing without their script, and are 50 kB (uPlot,
/// without intervals) to 4 MB (Plotly) in each report.
/// </summary>
internal static class SvgChart
{
    private const double NarrowWidth = 390;
    private const double Margin = ChartLayout.Margin;

    /// <summary>A part of a page, which brings <see cref="SvgTheme.PageCss"/> itself.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="form">Its shape.</param>
    /// <remarks>Both forms are one picture: the narrow one is described by the words in the wide one, which stands in the same page.</remarks>
    public static Markup Fragment(Chart chart, SvgForm form) => new(SvgTheme.WithoutColours(Draw(chart, form)));

    private static string Draw(Chart chart, SvgForm form)
    {
        var body = new MarkupWriter();
        var width = form == SvgForm.Wide ? ChartLayout.Width : NarrowWidth;
        var y = DrawHead(body, chart, width);
        y = chart.Series.Any(series => series.Points.Count > 0)
            ? DrawPlot(body, chart, form, width, y)
            : DrawNothing(body, width, y);
        y = DrawFoot(body, chart, width, y);

        var svg = new MarkupWriter();
        var size = Markup.Of($"viewBox=\"0 0 {width} {y}\" width=\"{width}\" height=\"{y}\"");
        var words = Markup.Of($"role=\"img\" aria-labelledby=\"{chart.Name}-title {chart.Name}-desc\"");
        var font = Markup.Of($"font-family=\"{new Markup(SvgTheme.FontFamily)}\"");
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ib-chart\" {size} {words} {font}>");
        if (form == SvgForm.Wide)
        {
            svg.Line($"<title id=\"{chart.Name}-title\">{chart.Title}</title>");
            svg.Line($"<desc id=\"{chart.Name}-desc\">{ChartWords.Describe(chart)}</desc>");
        }

        svg.Line($"<rect class=\"ib-ground\" width=\"{width}\" height=\"{y}\" fill=\"{ChartTheme.Ground}\"/>");
        svg.Line($"{new Markup(body.ToString())}</svg>");
        return svg.ToString();
    }

    private static double DrawHead(MarkupWriter svg, Chart chart, double width)
    {
        var y = Margin;
        y = Paragraph(svg, chart.Title, y, width, ChartLayout.TitleSize, "ib-ink", ChartTheme.Ink, bold: true);
        return Paragraph(svg, chart.Subtitle, y + 2, width, ChartLayout.TextSize, "ib-muted", ChartTheme.Muted);
    }

    /// <param name="svg">Where to.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="form">Its shape.</param>
    /// <param name="width">Of the drawing.</param>
    /// <param name="y">Where the plot starts.</param>
    private static double DrawPlot(MarkupWriter svg, Chart chart, SvgForm form, double width, double y)
    {
        var beside = form == SvgForm.Wide;
        var entries = SvgLegend.EntryHeight(chart) * chart.Series.Count;
        var height = Math.Max(beside ? Math.Max(ChartLayout.LowestPlot, entries) : 260, ChartLayout.NameHeight * (chart.Y.Names?.Count ?? 0));
        var right = beside ? width - ChartLayout.LegendWidth(chart, SvgLegend.Beside) - Margin : width - Margin + 4;

        var names = chart.Y.Names?.Max(name => TextMetrics.Width(name, ChartLayout.AxisTextSize)) ?? 0;

        var top = y + 34;
        var scales = ChartScales.Fit(chart, mostX: (int)((right - names) / 58), mostY: (int)(height / 42));
        var labels = scales.All.Max(axis => axis.Ticks.Max(tick => TextMetrics.Width(tick.Label, ChartLayout.AxisTextSize)));
        var frame = new SvgFrame(width, Margin + labels + 8, top, right, top + height, scales.X, scales.Y);

        svg.Line($"<g class=\"ib-plot\">");
        svg.Line($"<metadata>{new Markup(SvgFrameJson.Of(frame, scales))}</metadata>");
        svg.Line($"<rect class=\"ib-ground\" x=\"{frame.Left}\" y=\"{frame.Top}\" width=\"{right - frame.Left}\" height=\"{height}\" fill=\"{ChartTheme.Ground}\"/>");
        SvgAxes.Draw(svg, frame, titleX: Margin);
        foreach (var index in Enumerable.Range(0, chart.Series.Count).OrderByDescending(index => chart.Series[index].Form == SeriesForm.Highlight))
        {
            SvgSeries.Draw(svg, frame, chart, index);
        }

        svg.Line($"</g>");
        var bottom = frame.Bottom + 46;
        if (beside)
        {
            SvgLegend.DrawBeside(svg, chart, frame);
            return bottom;
        }

        SvgLegend.DrawBelow(svg, chart, Margin, bottom + 4, width - (2 * Margin));
        return bottom + 4 + entries;
    }

    private static double DrawNothing(MarkupWriter svg, double width, double y)
    {
        var place = Markup.Of($"x=\"{width / 2}\" y=\"{y + 70}\" text-anchor=\"middle\"");
        svg.Line($"<text class=\"ib-ink\" {place} font-size=\"14\" fill=\"{ChartTheme.Ink}\">{ChartWords.Nothing}</text>");
        return y + 130;
    }

    private static double DrawFoot(MarkupWriter svg, Chart chart, double width, double y)
    {
        y += 12;
        foreach (var note in chart.Notes.Append(chart.Source))
        {
            y = Paragraph(svg, note, y, width, ChartLayout.NoteSize, "ib-muted", ChartTheme.Muted) + 2;
        }

        return Math.Ceiling(y + 10);
    }

    /// <returns>Where the next thing starts.</returns>
    private static double Paragraph(
        MarkupWriter svg, string text, double y, double width, double size, string role, string colour, bool bold = false)
    {
        var weight = new Markup(bold ? " font-weight=\"650\"" : "");
        foreach (var line in TextMetrics.Wrapped(SafeText.Of(text), bold ? size * ChartLayout.BoldWidth : size, width - (2 * Margin)))
        {
            y += size * 1.36;
            svg.Line($"<text class=\"{role}\" x=\"{Margin}\" y=\"{y - (size * 0.36)}\" font-size=\"{size}\"{weight} fill=\"{colour}\">{line}</text>");
        }

        return y;
    }
}
