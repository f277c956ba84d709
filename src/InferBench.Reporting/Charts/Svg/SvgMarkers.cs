using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Svg;

/// <summary>Marker shapes of about equal area around a centre.</summary>
internal static class SvgMarkers
{
    /// <summary>One mark in its colour.</summary>
    public static Markup Draw(SeriesStyle style, double x, double y, bool hollow) => Shape(style.Marker, x, y, Markup.Of($" {Paint(style, hollow)}"));

    /// <summary>One mark in the colour of the group that it stands in.</summary>
    public static Markup Draw(MarkerShape marker, double x, double y) => Shape(marker, x, y, new(""));

    /// <summary>Attributes of a mark, or of a group of them.</summary>
    public static Markup Paint(SeriesStyle style, bool hollow) => hollow
        ? Markup.Of($"class=\"ib-ground ib-s{style.Slot}\" fill=\"{SvgTheme.Ground}\" stroke=\"{style.Light}\" stroke-width=\"1.6\"")
        : Markup.Of($"class=\"ib-f{style.Slot}\" fill=\"{style.Light}\"");

    private static Markup Shape(MarkerShape marker, double x, double y, Markup attributes) => marker == MarkerShape.Circle
        ? Markup.Of($"<circle cx=\"{x}\" cy=\"{y}\" r=\"4.4\"{attributes}/>")
        : Markup.Of($"<path d=\"M{x} {y}{Outline(marker)}z\"{attributes}/>");

    private static Markup Outline(MarkerShape shape) => Outlines[(int)shape];

    // Steps from the centre: a page has thousands of marks, so each is written as short as it can be.
    private static readonly Markup[] Outlines = [.. Enum.GetValues<MarkerShape>().Select(Relative)];

    private static Markup Relative(MarkerShape shape) => shape switch
    {
        MarkerShape.Circle => new(""),
        MarkerShape.Square => Polygon((-4, -4), (4, -4), (4, 4), (-4, 4)),
        MarkerShape.TriangleUp => Polygon((0, -5.4), (5, 3.8), (-5, 3.8)),
        MarkerShape.Diamond => Polygon((0, -5.8), (4.8, 0), (0, 5.8), (-4.8, 0)),
        MarkerShape.TriangleDown => Polygon((0, 5.4), (5, -3.8), (-5, -3.8)),
        MarkerShape.Hexagon => Polygon((-2.6, -4.6), (2.6, -4.6), (5.2, 0), (2.6, 4.6), (-2.6, 4.6), (-5.2, 0)),
        MarkerShape.Plus => Polygon(
            (-1.7, -5), (1.7, -5), (1.7, -1.7), (5, -1.7), (5, 1.7), (1.7, 1.7),
            (1.7, 5), (-1.7, 5), (-1.7, 1.7), (-5, 1.7), (-5, -1.7), (-1.7, -1.7)),
        MarkerShape.Cross => Polygon(
            (0, -2.4), (2.7, -5.1), (5.1, -2.7), (2.4, 0), (5.1, 2.7), (2.7, 5.1),
            (0, 2.4), (-2.7, 5.1), (-5.1, 2.7), (-2.4, 0), (-5.1, -2.7), (-2.7, -5.1)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "This shape has no outline."),
    };

    private static Markup Polygon(params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = new SvgPath();
        var (x, y) = (0.0, 0.0);
        foreach (var corner in corners)
        {
            path.Add($"{(path.IsEmpty ? "m" : "l")}{corner.X - x} {corner.Y - y}");
            (x, y) = corner;
        }

        return path.Markup;
    }
}
