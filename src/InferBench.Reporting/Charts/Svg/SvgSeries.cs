using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Svg;

/// <summary>One line with its markers and its 95 % intervals.</summary>
internal static class SvgSeries
{
    private const double Cap = 3;

    public static void Draw(MarkupWriter svg, SvgFrame frame, Series series, SeriesStyle style)
    {
        svg.Line($"<g>");
        DrawWhiskers(svg, frame, series, style);
        DrawPath(svg, frame, series, style);
        foreach (var point in series.Form == SeriesForm.Line ? series.Points : [])
        {
            svg.Line($"{SvgMarkers.Draw(style, frame.XOf(point.X), frame.YOf(point.Y), point.Flagged)}");
        }

        svg.Line($"</g>");
    }

    private static void DrawPath(MarkupWriter svg, SvgFrame frame, Series series, SeriesStyle style)
    {
        if (!series.Joined || series.Points.Count < 2)
        {
            return;
        }

        var path = new Markup("");
        for (var index = 0; index < series.Points.Count; index++)
        {
            var point = series.Points[index];
            var starts = index == 0 || (series.Form == SeriesForm.Bars && index % 2 == 0);
            path = Markup.Of($"{path}{(starts ? "M" : "L")}{frame.XOf(point.X)} {frame.YOf(point.Y)}");
        }

        svg.Line($"<path d=\"{path}\" {Stroke(style, series.Form)} fill=\"none\" stroke-linejoin=\"round\"/>");
    }

    /// <summary>Attributes of a line in this style.</summary>
    public static Markup Stroke(SeriesStyle style, SeriesForm form = SeriesForm.Line)
    {
        if (form is SeriesForm.Bars or SeriesForm.Highlight)
        {
            var (width, opacity) = form == SeriesForm.Bars ? (14.0, 0.85) : (11.0, 0.22);
            return Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"{width}\" opacity=\"{opacity}\"");
        }

        var dashes = style.Dashes is { } pattern ? Markup.Of($" stroke-dasharray=\"{pattern}\"") : new("");
        return Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"2\"{dashes}");
    }

    private static void DrawWhiskers(MarkupWriter svg, SvgFrame frame, Series series, SeriesStyle style)
    {
        var path = new Markup("");
        foreach (var point in series.Points)
        {
            var (x, y) = (frame.XOf(point.X), frame.YOf(point.Y));
            if (Ends(point.YLow, point.YHigh, frame.Y) is { } vertical)
            {
                var (low, high) = (frame.YOf(vertical.Low), frame.YOf(vertical.High));
                path = Markup.Of($"{path}M{x} {low}V{high}");
                path = vertical.LowInside ? Markup.Of($"{path}M{x - Cap} {low}h{2 * Cap}") : path;
                path = vertical.HighInside ? Markup.Of($"{path}M{x - Cap} {high}h{2 * Cap}") : path;
            }

            if (Ends(point.XLow, point.XHigh, frame.X) is { } horizontal)
            {
                var (low, high) = (frame.XOf(horizontal.Low), frame.XOf(horizontal.High));
                path = Markup.Of($"{path}M{low} {y}H{high}");
                path = horizontal.LowInside ? Markup.Of($"{path}M{low} {y - Cap}v{2 * Cap}") : path;
                path = horizontal.HighInside ? Markup.Of($"{path}M{high} {y - Cap}v{2 * Cap}") : path;
            }
        }

        if (path.Text.Length > 0)
        {
            var stroke = Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"1.2\" opacity=\"0.75\"");
            svg.Line($"<path d=\"{path}\" {stroke} fill=\"none\"/>");
        }
    }

    // An end that is unbounded or off the chart runs to the edge and has no cap there.
    private static (double Low, double High, bool LowInside, bool HighInside)? Ends(double? low, double? high, PlottedAxis axis) =>
        low is null && high is null
            ? null
            : (Within(low ?? axis.Low, axis), Within(high ?? axis.High, axis), low >= axis.Low, high <= axis.High);

    private static double Within(double value, PlottedAxis axis) => Math.Clamp(value, axis.Low, axis.High);
}
