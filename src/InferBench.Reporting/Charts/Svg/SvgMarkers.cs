using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Svg;

/// <summary>Marker shapes of about equal area around a centre.</summary>
internal static class SvgMarkers
{
    public static Markup Draw(SeriesStyle style, double x, double y, bool hollow)
    {
        var shape = hollow
            ? Markup.Of($"class=\"ib-ground ib-s{style.Slot}\" fill=\"{SvgTheme.Ground}\" stroke=\"{style.Light}\" stroke-width=\"1.6\"")
            : Markup.Of($"class=\"ib-f{style.Slot}\" fill=\"{style.Light}\"");
        return style.Marker == MarkerShape.Circle
            ? Markup.Of($"<circle cx=\"{x}\" cy=\"{y}\" r=\"4.4\" {shape}/>")
            : Markup.Of($"<path d=\"{Outline(style.Marker, x, y)}\" {shape}/>");
    }

    private static Markup Outline(MarkerShape shape, double x, double y) => shape switch
    {
        MarkerShape.Square => Polygon(x, y, (-4, -4), (4, -4), (4, 4), (-4, 4)),
        MarkerShape.TriangleUp => Polygon(x, y, (0, -5.4), (5, 3.8), (-5, 3.8)),
        MarkerShape.Diamond => Polygon(x, y, (0, -5.8), (4.8, 0), (0, 5.8), (-4.8, 0)),
        MarkerShape.TriangleDown => Polygon(x, y, (0, 5.4), (5, -3.8), (-5, -3.8)),
        MarkerShape.Hexagon => Polygon(x, y, (-2.6, -4.6), (2.6, -4.6), (5.2, 0), (2.6, 4.6), (-2.6, 4.6), (-5.2, 0)),
        MarkerShape.Plus => Polygon(
            x, y, (-1.7, -5), (1.7, -5), (1.7, -1.7), (5, -1.7), (5, 1.7), (1.7, 1.7),
            (1.7, 5), (-1.7, 5), (-1.7, 1.7), (-5, 1.7), (-5, -1.7), (-1.7, -1.7)),
        MarkerShape.Cross => Polygon(
            x, y, (0, -2.4), (2.7, -5.1), (5.1, -2.7), (2.4, 0), (5.1, 2.7), (2.7, 5.1),
            (0, 2.4), (-2.7, 5.1), (-5.1, 2.7), (-2.4, 0), (-5.1, -2.7), (-2.7, -5.1)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "This shape has no outline."),
    };

    private static Markup Polygon(double x, double y, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = Markup.Of($"M{x + corners[0].X} {y + corners[0].Y}");
        foreach (var corner in corners[1..])
        {
            path = Markup.Of($"{path}L{x + corner.X} {y + corner.Y}");
        }

        return Markup.Of($"{path}Z");
    }
}
