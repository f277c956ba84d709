using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>Marks of lines as SVG.</summary>
internal static class SvgMarkers
{
    /// <summary>One mark in its colour.</summary>
    public static Markup Draw(SeriesStyle style, double x, double y, bool hollow) => Shape(style.Marker, x, y, Markup.Of($" {Paint(style, hollow)}"));

    /// <summary>One mark in the colour of the group that it stands in.</summary>
    public static Markup Draw(MarkerShape marker, double x, double y) => Shape(marker, x, y, new(""));

    /// <summary>Attributes of a mark, or of a group of them.</summary>
    public static Markup Paint(SeriesStyle style, bool hollow) => hollow
        ? Markup.Of($"class=\"ib-ground ib-s{style.Slot}\" fill=\"{ChartTheme.Ground}\" stroke=\"{style.Light}\" stroke-width=\"1.6\"")
        : Markup.Of($"class=\"ib-f{style.Slot}\" fill=\"{style.Light}\"");

    private static Markup Shape(MarkerShape marker, double x, double y, Markup attributes) => marker == MarkerShape.Circle
        ? Markup.Of($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{MarkerOutlines.Radius}\"{attributes}/>")
        : Markup.Of($"<path d=\"M{x} {y}{Outlines[(int)marker]}z\"{attributes}/>");

    // Steps from the centre: a page has thousands of marks, so each is written as short as it can be.
    private static readonly Markup[] Outlines = [.. Enum.GetValues<MarkerShape>().Select(shape => Polygon(MarkerOutlines.Corners(shape)))];

    private static Markup Polygon(IReadOnlyList<(double X, double Y)> corners)
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
