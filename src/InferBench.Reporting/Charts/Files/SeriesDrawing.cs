using System.Globalization;
using InferBench.Reporting.Text;
using ScottPlot;
using ScottPlot.Plottables;

namespace InferBench.Reporting.Charts.Files;

/// <summary>Draws lines, bars, marks and intervals into a plot whose log axes hold logarithms.</summary>
internal sealed class SeriesDrawing(Plot plot, PlottedAxis x, PlottedAxis y)
{
    public double Left { get; } = Place(x, x.Low);

    public double Right { get; } = Place(x, x.High);

    public double Bottom { get; } = Place(y, y.Low);

    public double Top { get; } = Place(y, y.High);

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>Where a value stands on an axis of the plot.</summary>
    public static double Place(PlottedAxis axis, double value) => axis.Axis.Scale == AxisScale.Log ? Math.Log10(value) : value;

    public void Draw(Series series, SeriesStyle style)
    {
        DrawWhiskers(series, style);
        if (series.Joined && series.Points.Count > 1)
        {
            DrawLine(series, style);
        }

        if (series.Marked)
        {
            DrawMarks([.. series.Points.Where(point => !point.Flagged).Select(At)], Mark(style, hollow: false));
            DrawMarks([.. series.Points.Where(point => point.Flagged).Select(At)], Mark(style, hollow: true));
        }
    }

    /// <summary>A line of the legend.</summary>
    public static LegendItem Key(Series series, SeriesStyle style)
    {
        string[] lines = [series.Name, .. series.Lines];
        var words = string.Join('\n', lines.Select(line => TextMetrics.Fitted(SafeText.Of(line), ChartLayout.AxisTextSize, ChartLayout.WidestLegend - 40)));
        var label = ChartFont.Label(words, ChartLayout.AxisTextSize, ChartTheme.Ink);
        label.Alignment = Alignment.MiddleLeft;
        return new LegendItem
        {
            LabelText = words,
            LabelStyle = label,
            LineStyle = series.Joined ? Stroke(series.Form, style) : LineStyle.None,
            MarkerStyle = series.Marked ? Mark(style, hollow: false) : MarkerStyle.None,
        };
    }

    private static LineStyle Stroke(SeriesForm form, SeriesStyle style)
    {
        var (width, opacity) = SeriesStyle.Stroke(form);
        return new((float)width, Color.FromHex(style.Light).WithAlpha(opacity), form is SeriesForm.Line or SeriesForm.Plain ? Pattern(style) : LinePattern.Solid)
        {
            StrokeJoin = SkiaSharp.SKStrokeJoin.Round,
        };
    }

    private static LinePattern Pattern(SeriesStyle style) => style.Dashes is { } dashes
        ? new([.. dashes.Split(' ').Select(length => float.Parse(length, CultureInfo.InvariantCulture))], 0, dashes)
        : LinePattern.Solid;

    private static MarkerStyle Mark(SeriesStyle style, bool hollow)
    {
        var colour = Color.FromHex(style.Light);
        return new()
        {
            CustomRenderer = new OutlineMarker(style.Marker),
            Size = (float)(2 * MarkerOutlines.Radius),
            FillColor = hollow ? Color.FromHex(ChartTheme.Ground) : colour,
            OutlineColor = colour,
            OutlineWidth = hollow ? 1.6f : 0,
        };
    }

    private void DrawLine(Series series, SeriesStyle style)
    {
        if (series.Form == SeriesForm.Bars)
        {
            foreach (var ends in series.Points.Select(At).Chunk(2))
            {
                plot.Add.Line(ends[0], ends[^1]).LineStyle = Stroke(series.Form, style);
            }

            return;
        }

        var line = plot.Add.ScatterLine(series.Points.Select(At).ToArray());
        line.LineStyle = Stroke(series.Form, style);
        line.MarkerStyle = MarkerStyle.None;
    }

    private void DrawMarks(Coordinates[] places, MarkerStyle mark)
    {
        if (places.Length > 0)
        {
            plot.Add.Markers(places).MarkerStyle = mark;
        }
    }

    private void DrawWhiskers(Series series, SeriesStyle style)
    {
        var across = series.Points.Select(point => Lengths(x, point.X, point.XLow, point.XHigh, Width)).ToList();
        var upward = series.Points.Select(point => Lengths(y, point.Y, point.YLow, point.YHigh, Height)).ToList();
        if (across.Concat(upward).Any(lengths => lengths != (0, 0)))
        {
            plot.PlottableList.Add(new ErrorBar(
                [.. series.Points.Select(point => At(point).X)],
                [.. series.Points.Select(point => At(point).Y)],
                [.. across.Select(lengths => lengths.Above)],
                [.. across.Select(lengths => lengths.Below)],
                [.. upward.Select(lengths => lengths.Above)],
                [.. upward.Select(lengths => lengths.Below)])
            {
                LineColor = Color.FromHex(style.Light).WithAlpha(0.75),
                LineWidth = 1.2f,
            });
        }
    }

    // An end that is not on the chart lies beyond its edge, which cuts off the cap.
    private static (double Above, double Below) Lengths(PlottedAxis axis, double value, double? low, double? high, double beyond) =>
        axis.Whisker(low, high) is { } ends
            ? (Place(axis, ends.High) - Place(axis, value) + (ends.HighInside ? 0 : beyond), Place(axis, value) - Place(axis, ends.Low) + (ends.LowInside ? 0 : beyond))
            : (0, 0);

    private Coordinates At(SeriesPoint point) => new(Place(x, point.X), Place(y, point.Y));
}
