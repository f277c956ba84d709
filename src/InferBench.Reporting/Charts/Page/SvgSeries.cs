using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>One line with its markers and its 95 % intervals.</summary>
internal static class SvgSeries
{
    private const double Cap = 3;

    public static void Draw(MarkupWriter svg, SvgFrame frame, Chart chart, int index)
    {
        var (series, style) = (chart.Series[index], SeriesStyle.Of(chart, index));
        svg.Line($"<g class=\"ib-series\" data-series=\"{index}\">");
        DrawWhiskers(svg, frame, series, style);
        if (series.Joined && series.Points.Count > 1)
        {
            svg.Line($"<path data-part=\"line\" d=\"{Line(frame, series)}\" {Stroke(style, series.Form)} fill=\"none\" stroke-linejoin=\"round\"/>");
        }

        if (series.Marked)
        {
            DrawMarks(svg, frame, series, style);
        }

        svg.Line($"</g>");
    }

    /// <summary>The marks of a line, in their order: hollow ones bring their own colours.</summary>
    private static void DrawMarks(MarkupWriter svg, SvgFrame frame, Series series, SeriesStyle style)
    {
        svg.Line($"<g data-part=\"marks\" {SvgMarkers.Paint(style, hollow: false)}>");
        foreach (var point in series.Points)
        {
            var (x, y) = (frame.XOf(point.X), frame.YOf(point.Y));
            svg.Line($"{(point.Flagged ? SvgMarkers.Draw(style, x, y, hollow: true) : SvgMarkers.Draw(style.Marker, x, y))}");
        }

        svg.Line($"</g>");
    }

    /// <summary>Steps go along and up, and are written so.</summary>
    private static Markup Line(SvgFrame frame, Series series)
    {
        var path = new SvgPath();
        var (left, top) = (double.NaN, double.NaN);
        foreach (var (index, point) in series.Points.Index())
        {
            var (x, y) = (frame.XOf(point.X), frame.YOf(point.Y));
            if (index == 0 || (series.Form == SeriesForm.Bars && index % 2 == 0))
            {
                path.Add($"M{x} {y}");
                (left, top) = (x, y);
                continue;
            }

            path.AddIf(x == left && y != top, $"V{y}");
            path.AddIf(y == top && x != left, $"H{x}");
            path.AddIf(x != left && y != top, $"L{x} {y}");
            (left, top) = (x, y);
        }

        return path.Markup;
    }

    /// <summary>Attributes of a line in this style.</summary>
    public static Markup Stroke(SeriesStyle style, SeriesForm form = SeriesForm.Line)
    {
        var (width, opacity) = SeriesStyle.Stroke(form);
        if (form is SeriesForm.Bars or SeriesForm.Highlight)
        {
            return Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"{width}\" opacity=\"{opacity}\"");
        }

        var dashes = style.Dashes is { } pattern ? Markup.Of($" stroke-dasharray=\"{pattern}\"") : new("");
        return Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"{width}\"{dashes}");
    }

    private static void DrawWhiskers(MarkupWriter svg, SvgFrame frame, Series series, SeriesStyle style)
    {
        var path = new SvgPath();
        foreach (var point in series.Points)
        {
            var (x, y) = (frame.XOf(point.X), frame.YOf(point.Y));
            if (frame.Y.Whisker(point.YLow, point.YHigh) is { } vertical)
            {
                var (low, high) = (frame.YOf(vertical.Low), frame.YOf(vertical.High));
                path.Add($"M{x} {low}V{high}");
                path.AddIf(vertical.LowInside, $"M{x - Cap} {low}h{2 * Cap}");
                path.AddIf(vertical.HighInside, $"M{x - Cap} {high}h{2 * Cap}");
            }

            if (frame.X.Whisker(point.XLow, point.XHigh) is { } horizontal)
            {
                var (low, high) = (frame.XOf(horizontal.Low), frame.XOf(horizontal.High));
                path.Add($"M{low} {y}H{high}");
                path.AddIf(horizontal.LowInside, $"M{low} {y - Cap}v{2 * Cap}");
                path.AddIf(horizontal.HighInside, $"M{high} {y - Cap}v{2 * Cap}");
            }
        }

        if (!path.IsEmpty)
        {
            var stroke = Markup.Of($"class=\"ib-s{style.Slot}\" stroke=\"{style.Light}\" stroke-width=\"1.2\" opacity=\"0.75\"");
            svg.Line($"<path data-part=\"whiskers\" d=\"{path.Markup}\" {stroke} fill=\"none\"/>");
        }
    }
}
