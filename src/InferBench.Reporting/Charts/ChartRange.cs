namespace InferBench.Reporting.Charts;

/// <summary>Which values the axes of a chart have to cover.</summary>
internal static class ChartRange
{
    // One cell with a wild interval must not press all the others into a corner; its whisker runs off the edge instead.
    private const double WidestInterval = 1.5;

    public static (PlottedAxis X, PlottedAxis Y) Fit(Chart chart, int mostX, int mostY)
    {
        List<SeriesPoint> points = [.. chart.Series.SelectMany(series => series.Points)];
        return (
            PlottedAxis.Fit(chart.X, Values(points, point => (point.X, point.XLow, point.XHigh)), Math.Max(mostX, 3)),
            PlottedAxis.Fit(chart.Y, Values(points, point => (point.Y, point.YLow, point.YHigh)), mostY));
    }

    private static List<double> Values(List<SeriesPoint> points, Func<SeriesPoint, (double Value, double? Low, double? High)> part)
    {
        var (least, greatest) = (points.Min(point => part(point).Value), points.Max(point => part(point).Value));
        var values = new List<double> { least, greatest };
        foreach (var (_, low, high) in points.Select(part))
        {
            if (low is { } lower)
            {
                values.Add(Math.Max(lower, least / WidestInterval));
            }

            if (high is { } upper)
            {
                values.Add(Math.Min(upper, greatest * WidestInterval));
            }
        }

        return values;
    }
}
