using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>Grid, ticks and titles of both axes.</summary>
internal static class SvgAxes
{
    /// <param name="svg">Where to.</param>
    /// <param name="frame">Where things stand.</param>
    /// <param name="titleX">Where the title of the vertical axis starts, which lies above it: upright text is read more easily.</param>
    public static void Draw(MarkupWriter svg, SvgFrame frame, double titleX)
    {
        svg.Line($"<g font-size=\"{ChartLayout.AxisTextSize}\" class=\"ib-muted\" fill=\"{ChartTheme.Muted}\">");
        svg.Line($"<text data-part=\"y-title\" x=\"{titleX}\" y=\"{frame.Top - 14}\">{ChartWords.TitleOf(frame.Y.Axis)}</text>");
        svg.Line($"<g data-part=\"y-ticks\" text-anchor=\"end\">");
        foreach (var tick in frame.Y.Ticks)
        {
            var y = frame.YOf(tick.Value);
            svg.Line($"<path class=\"ib-grid\" d=\"M{frame.Left} {y}H{frame.Right}\" stroke=\"{ChartTheme.Grid}\"/>");
            svg.Line($"<text x=\"{frame.Left - 8}\" y=\"{y + 4}\">{tick.Label}</text>");
        }

        svg.Line($"</g>");
        svg.Line($"<g data-part=\"x-ticks\" text-anchor=\"middle\">");
        foreach (var tick in frame.X.Ticks)
        {
            var x = frame.XOf(tick.Value);
            svg.Line($"<path class=\"ib-axis\" d=\"M{x} {frame.Bottom}v5\" stroke=\"{ChartTheme.AxisLine}\"/>");
            svg.Line($"<text x=\"{x}\" y=\"{frame.Bottom + 19}\">{tick.Label}</text>");
        }

        svg.Line($"</g>");
        svg.Line($"<path class=\"ib-axis\" d=\"M{frame.Left} {frame.Bottom}H{frame.Right}\" stroke=\"{ChartTheme.AxisLine}\"/>");
        var words = TextMetrics.Fitted(ChartWords.TitleOf(frame.X.Axis), ChartLayout.AxisTextSize, frame.Width - (2 * titleX));
        var half = TextMetrics.Width(words, ChartLayout.AxisTextSize) / 2;
        // A plot may be narrower than the words under it, which then lean on the drawing's edge.
        var middle = Math.Min((frame.Left + frame.Right) / 2, frame.Width - titleX - half);
        svg.Line($"<text data-part=\"x-title\" x=\"{middle}\" y=\"{frame.Bottom + 38}\" text-anchor=\"middle\">{words}</text>");
        svg.Line($"</g>");
    }
}
