namespace InferBench.Reporting.Charts;

/// <summary>Marker shapes of about equal area around their centre, y downwards.</summary>
internal static class MarkerOutlines
{
    public const double Radius = 4.4;

    /// <summary>A shape's corners; none for a circle.</summary>
    public static IReadOnlyList<(double X, double Y)> Corners(MarkerShape shape) => shape switch
    {
        MarkerShape.Circle => [],
        MarkerShape.Square => [(-4, -4), (4, -4), (4, 4), (-4, 4)],
        MarkerShape.TriangleUp => [(0, -5.4), (5, 3.8), (-5, 3.8)],
        MarkerShape.Diamond => [(0, -5.8), (4.8, 0), (0, 5.8), (-4.8, 0)],
        MarkerShape.TriangleDown => [(0, 5.4), (5, -3.8), (-5, -3.8)],
        MarkerShape.Hexagon => [(-2.6, -4.6), (2.6, -4.6), (5.2, 0), (2.6, 4.6), (-2.6, 4.6), (-5.2, 0)],
        MarkerShape.Plus =>
        [
            (-1.7, -5), (1.7, -5), (1.7, -1.7), (5, -1.7), (5, 1.7), (1.7, 1.7),
            (1.7, 5), (-1.7, 5), (-1.7, 1.7), (-5, 1.7), (-5, -1.7), (-1.7, -1.7),
        ],
        MarkerShape.Cross =>
        [
            (0, -2.4), (2.7, -5.1), (5.1, -2.7), (2.4, 0), (5.1, 2.7), (2.7, 5.1),
            (0, 2.4), (-2.7, 5.1), (-5.1, 2.7), (-2.4, 0), (-5.1, -2.7), (-2.7, -5.1),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "This shape has no outline."),
    };
}
