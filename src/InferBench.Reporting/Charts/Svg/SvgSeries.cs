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
        if (series.Joined && series.Points.Count > 1)
        {
            var path = new Markup("");
            foreach (var point in series.Points)
            {
                path = Markup.Of($"{path}{(path.Text.Length == 0 ? "M" : "L")}{frame.XOf(point.X)} {frame.YOf(point.Y)}");
            }

            svg.Line($"<path d=\"{path}\" {Stroke(style)} fill=\"none\" stroke-linejoin=\"round\"/>");
        }

        foreach (var point in series.Points)
        {
            svg.Line($"{SvgMarkers.Draw(style, frame.XOf(point.X), frame.YOf(point.Y), point.Flagged)}");
        }

        svg.Line($"</g>");
    }

    /// <summary>Attributes of a line in this style.</summary>
    public static Markup Stroke(SeriesStyle style)
    {
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
