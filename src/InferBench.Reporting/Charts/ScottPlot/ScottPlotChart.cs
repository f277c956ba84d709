#if SCOTTPLOT
using InferBench.Reporting.Charts.Svg;
using InferBench.Reporting.Text;
using global::ScottPlot;
using global::ScottPlot.Plottables;
using global::ScottPlot.TickGenerators;

namespace InferBench.Reporting.Charts.ScottPlot;

/// <summary>
/// Draws a chart by ScottPlot 5. Ranges and ticks are ours, so that both renderers show the same thing; ScottPlot has no log axis
/// of its own, hence logarithms are plotted and the ticks say what they stand for.
/// </summary>
internal static class ScottPlotChart
{
    private const int Width = 1000;
    private const int Height = 640;
    private const int PixelDensity = 2;
    private const float NoteSize = 11;
    private const int MostXTicks = 10;
    private const int MostYTicks = 8;

    public static byte[] Png(Chart chart)
    {
        using var plot = PlotOf(chart);
        plot.ScaleFactor = PixelDensity;
        return plot.GetImageBytes(Width * PixelDensity, Height * PixelDensity, ImageFormat.Png);
    }

    public static string Svg(Chart chart)
    {
        using var plot = PlotOf(chart);
        return plot.GetSvgXml(Width, Height);
    }

    private static Plot PlotOf(Chart chart)
    {
        var plot = new Plot();
        plot.Axes.Title.Label.Text = $"{SafeText.Of(chart.Title)}\n{SafeText.Of(chart.Subtitle)}";
        plot.Axes.Title.Label.FontSize = 15;
        plot.Axes.Title.IsVisible = true;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromHex(SvgTheme.Grid);
        plot.Axes.Left.Label.Text = chart.Y.Title;

        if (chart.Series.Any(series => series.Points.Count > 0))
        {
            var (x, y) = ChartRange.Fit(chart, MostXTicks, MostYTicks);
            Show(x, plot.Axes.Bottom);
            Show(y, plot.Axes.Left);
            plot.Axes.SetLimits(Place(x, x.Low), Place(x, x.High), Place(y, y.Low), Place(y, y.High));
            for (var index = 0; index < chart.Series.Count; index++)
            {
                Draw(plot, chart.Series[index], SeriesStyle.Of(chart, index), x, y);
            }

            plot.Legend.OutlineWidth = 0;
            plot.Legend.ShadowColor = Colors.Transparent;
            plot.ShowLegend(Edge.Right);
        }
        else
        {
            plot.Add.Annotation("No valid measurement to draw", Alignment.MiddleCenter);
        }

        var notes = chart.Notes.Append(chart.Source).SelectMany(note => TextMetrics.Wrapped(SafeText.Of(note), NoteSize, Width * 0.7));
        plot.Axes.Bottom.Label.Text = $"{chart.X.Title}\n\n{string.Join('\n', notes)}";
        plot.Axes.Bottom.Label.FontSize = NoteSize;
        plot.Axes.Bottom.Label.Bold = false;

        // Fonts that hold the letters of the names, as far as this machine has them.
        plot.Font.Automatic();
        return plot;
    }

    private static void Draw(Plot plot, Series series, SeriesStyle style, PlottedAxis x, PlottedAxis y)
    {
        if (series.Points.Count == 0)
        {
            return;
        }

        var colour = Color.FromHex(style.Light);
        double[] xs = [.. series.Points.Select(point => Place(x, point.X))];
        double[] ys = [.. series.Points.Select(point => Place(y, point.Y))];

        plot.PlottableList.Add(new ErrorBar(
            xs,
            ys,
            [.. series.Points.Select(point => Above(x, point.X, point.XLow, point.XHigh))],
            [.. series.Points.Select(point => Below(x, point.X, point.XLow, point.XHigh))],
            [.. series.Points.Select(point => Above(y, point.Y, point.YLow, point.YHigh))],
            [.. series.Points.Select(point => Below(y, point.Y, point.YLow, point.YHigh))])
        {
            LineColor = colour,
            LineWidth = 1.2f,
        });

        var line = plot.Add.Scatter(xs, ys);
        line.Color = colour;
        line.LineWidth = series.Joined ? 2 : 0;
        line.LinePattern = style.Dashes is null ? LinePattern.Solid : LinePattern.DenselyDashed;
        line.MarkerShape = ShapeOf(style.Marker);
        line.MarkerSize = series.Marked ? 9 : 0;
        line.MarkerLineWidth = 2;
        line.LegendText = SafeText.Shortened(series.Name, 60);

        int[] flagged = [.. Enumerable.Range(0, xs.Length).Where(index => series.Marked && series.Points[index].Flagged)];
        if (flagged.Length > 0)
        {
            var holes = plot.Add.ScatterPoints(flagged.Select(index => xs[index]).ToArray(), flagged.Select(index => ys[index]).ToArray());
            holes.Color = Colors.White;
            holes.MarkerShape = ShapeOf(style.Marker);
            holes.MarkerSize = 5;
        }
    }

    private static void Show(PlottedAxis axis, IAxis panel) =>
        panel.TickGenerator = new NumericManual([.. axis.Ticks.Select(tick => Place(axis, tick.Value))], [.. axis.Ticks.Select(tick => tick.Label)]);

    private static double Place(PlottedAxis axis, double value) => axis.Axis.Scale == AxisScale.Log ? Math.Log10(value) : value;

    // An end that is unbounded or off the chart runs to its edge.
    private static double Above(PlottedAxis axis, double value, double? low, double? high) =>
        low is null && high is null ? 0 : Place(axis, Math.Min(high ?? axis.High, axis.High)) - Place(axis, value);

    private static double Below(PlottedAxis axis, double value, double? low, double? high) =>
        low is null && high is null ? 0 : Place(axis, value) - Place(axis, Math.Max(low ?? axis.Low, axis.Low));

    private static global::ScottPlot.MarkerShape ShapeOf(MarkerShape shape) => shape switch
    {
        MarkerShape.Circle => global::ScottPlot.MarkerShape.FilledCircle,
        MarkerShape.Square => global::ScottPlot.MarkerShape.FilledSquare,
        MarkerShape.TriangleUp => global::ScottPlot.MarkerShape.FilledTriangleUp,
        MarkerShape.Diamond => global::ScottPlot.MarkerShape.FilledDiamond,
        MarkerShape.TriangleDown => global::ScottPlot.MarkerShape.FilledTriangleDown,
        MarkerShape.Hexagon => global::ScottPlot.MarkerShape.Asterisk,
        MarkerShape.Plus => global::ScottPlot.MarkerShape.Cross,
        MarkerShape.Cross => global::ScottPlot.MarkerShape.Eks,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "This shape has no counterpart."),
    };
}
#endif
