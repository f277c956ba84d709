using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>Names of the lines: beside their right ends where there is room at the side, else in a list below.</summary>
internal static class SvgLegend
{
    private const double FontSize = ChartLayout.LegendNameSize;
    private const double SmallFontSize = ChartLayout.LegendTextSize;
    private const double NameSize = FontSize * ChartLayout.BoldWidth;
    private const double Swatch = 26;
    private const double Gap = 6;
    private const double LineHeight = 15;

    /// <summary>Width of a line's sample and the space around it.</summary>
    public const double Beside = Swatch + (2 * Gap);

    private static Markup Open { get; } = Markup.Of($"<g class=\"ib-muted\" font-size=\"{SmallFontSize}\" fill=\"{ChartTheme.Muted}\">");

    public static double EntryHeight(Chart chart) => 20 + chart.Series.Max(series => series.Lines.Count) switch { 0 => 0, var lines => (LineHeight * lines) + 1 };

    /// <summary>Names at the right of the plot, each as near to the end of its line as the others let it be.</summary>
    public static void DrawBeside(MarkupWriter svg, Chart chart, SvgFrame frame)
    {
        svg.Line($"{Open}");
        var height = EntryHeight(chart);
        List<(int Index, double Y)> entries =
        [
            .. chart.Series
                .Select((series, index) => (index, frame.YOf(series.Points.MaxBy(point => point.X)?.Y ?? frame.Y.Low)))
                .OrderBy(entry => entry.Item2),
        ];

        var centres = Spread([.. entries.Select(entry => entry.Y)], height, frame.Top + (height / 2) - 6, frame.Bottom - (height / 2) + 6);
        var left = frame.Right + (2 * Gap);
        for (var place = 0; place < entries.Count; place++)
        {
            DrawEntry(svg, chart, entries[place].Index, left, centres[place], frame.Width - left);
        }

        svg.Line($"</g>");
    }

    /// <summary>Names in a column.</summary>
    public static void DrawBelow(MarkupWriter svg, Chart chart, double left, double top, double width)
    {
        svg.Line($"{Open}");
        var height = EntryHeight(chart);
        for (var index = 0; index < chart.Series.Count; index++)
        {
            DrawEntry(svg, chart, index, left, top + ((index + 0.5) * height), width);
        }

        svg.Line($"</g>");
    }

    private static void DrawEntry(MarkupWriter svg, Chart chart, int index, double x, double y, double width)
    {
        var (series, style) = (chart.Series[index], SeriesStyle.Of(chart, index));
        svg.Line($"<g class=\"ib-key\" data-series=\"{index}\">");
        var text = x + Swatch + Gap;
        var room = width - Swatch - Gap;
        var nameY = series.Lines.Count == 0 ? y + 4.5 : y + 5.5 - (LineHeight / 2 * series.Lines.Count);
        if (series.Joined)
        {
            svg.Line($"<path d=\"M{x} {nameY - 4.5}h{Swatch}\" {SvgSeries.Stroke(style, series.Form)}/>");
        }

        if (series.Marked)
        {
            svg.Line($"{SvgMarkers.Draw(style, x + (Swatch / 2), nameY - 4.5, hollow: false)}");
        }

        svg.Line($"<text x=\"{text}\" y=\"{nameY}\" class=\"ib-ink\" font-size=\"{FontSize}\" font-weight=\"600\" fill=\"{ChartTheme.Ink}\">{TextMetrics.Fitted(SafeText.Of(series.Name), NameSize, room)}</text>");
        for (var line = 0; line < series.Lines.Count; line++)
        {
            var place = nameY + ((line + 1) * LineHeight);
            svg.Line($"<text x=\"{text}\" y=\"{place}\">{TextMetrics.Fitted(SafeText.Of(series.Lines[line]), SmallFontSize, room)}</text>");
        }

        svg.Line($"</g>");
    }

    /// <summary>
    /// Moves sorted places apart so that no two are nearer than <paramref name="distance"/>, within the ends as long as they fit.
    /// </summary>
    internal static double[] Spread(double[] sorted, double distance, double low, double high)
    {
        var places = sorted.ToArray();
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = Math.Max(places[index], index == 0 ? low : places[index - 1] + distance);
        }

        for (var index = places.Length - 1; index >= 0; index--)
        {
            var last = index == places.Length - 1;
            places[index] = Math.Min(places[index], last ? Math.Max(high, low + (distance * index)) : places[index + 1] - distance);
        }

        return places;
    }
}
