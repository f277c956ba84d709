namespace InferBench.Reporting.Charts;

/// <summary>Which scale a chart's axes have before anybody asks for the other one.</summary>
internal static class ChartAxes
{
    // From here on a linear axis from zero shows the smallest values as if they were nothing.
    private const double LogFromRatio = 12;

    public static Chart Fitted(Chart chart)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        return chart with { X = Fitted(chart.X, points.Select(point => point.X)), Y = Fitted(chart.Y, points.Select(point => point.Y)) };
    }

    private static Axis Fitted(Axis axis, IEnumerable<double> values)
    {
        var (least, greatest) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        return least > 0 && greatest / least > LogFromRatio ? axis with { Scale = AxisScale.Log } : axis;
    }
}
