namespace InferBench.Reporting.Charts;

/// <summary>A chart's axes as drawn, and as they would be on the other scale, for the reader who switches.</summary>
/// <param name="X">Horizontal axis as drawn.</param>
/// <param name="Y">Vertical axis as drawn.</param>
/// <param name="OtherX">On the other scale; null where it has none: a list, or values that have no logarithm.</param>
/// <param name="OtherY">The same of the vertical axis.</param>
internal sealed record ChartScales(PlottedAxis X, PlottedAxis Y, PlottedAxis? OtherX, PlottedAxis? OtherY)
{
    /// <summary>Vertical axes, for which the plot has to leave room.</summary>
    public IEnumerable<PlottedAxis> All => new[] { Y, OtherY }.OfType<PlottedAxis>();

    public static ChartScales Fit(Chart chart, int mostX, int mostY)
    {
        var (x, y) = ChartRange.Fit(chart, mostX, mostY);
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        var other = ChartRange.Fit(
            chart with { X = Switched(chart.X, points.Select(point => point.X)) ?? chart.X, Y = Switched(chart.Y, points.Select(point => point.Y)) ?? chart.Y }, mostX, mostY);
        return new(x, y, other.X.Axis == x.Axis ? null : other.X, other.Y.Axis == y.Axis ? null : other.Y);
    }

    private static Axis? Switched(Axis axis, IEnumerable<double> values) =>
        axis.Names is not null || values.Any(value => value <= 0) ? null
        : axis with { Scale = axis.Scale == AxisScale.Log ? AxisScale.Linear : AxisScale.Log };
}
