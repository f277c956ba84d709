using InferBench.Reporting.Charts.Svg;
using InferBench.Reporting.Text;
using global::ScottPlot;
using global::ScottPlot.TickGenerators;
using SkiaSharp;

namespace InferBench.Reporting.Charts.ScottPlot;

/// <summary>
/// Draws a chart by ScottPlot 5. Ranges, ticks, colours, marks and words are ours, so that both renderers show the same thing; ScottPlot has no
/// log axis of its own, hence logarithms are plotted and the ticks say what they stand for.
/// </summary>
internal static class ScottPlotChart
{
    /// <summary>Pixels for each unit of the drawing: sharp on today's screens, and two thirds of the bytes of two.</summary>
    public const double PixelDensity = 1.5;

    private const int Width = (int)SvgChart.WideWidth;
    private const float TextSize = (float)SvgAxes.FontSize;

    // Axes, their labels and the space around them; the plot itself is as high as the built-in one.
    private const int AxesHeight = 70;
    private const int EmptyHeight = 130;
    private const int LegendLine = 15;

    private const double NarrowestPlot = 200;

    // No mark at an end of an axis is cut by the plot's edge.
    private const double Inset = 0.02;

    // Packing is most of the work: unfiltered and at this level it takes a third less time than at the usual one, for an eighth more bytes.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 3);

    public static byte[] Png(Chart chart)
    {
        using var plot = new Plot { ScaleFactor = PixelDensity };
        var (width, height) = ((int)(Width * PixelDensity), (int)(Compose(plot, chart) * PixelDensity));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        plot.Render(surface.Canvas, width, height);
        using var pixels = surface.PeekPixels();
        using var file = pixels.Encode(Encoding);
        return file?.ToArray() ?? throw new InvalidOperationException($"{chart.Name}: {width} × {height} pixels could not be encoded");
    }

    /// <returns>How high the drawing has to be.</returns>
    private static int Compose(Plot plot, Chart chart)
    {
        plot.FigureBackground.Color = Color.FromHex(SvgTheme.Ground);
        plot.DataBackground.Color = Color.FromHex(SvgTheme.Ground);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromHex(SvgTheme.Grid);
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;

        var head = new TextPanel(Edge.Top);
        head.Add(chart.Title, SvgChart.TitleSize, SvgTheme.Ink, bold: true);
        head.Add(chart.Subtitle, SvgChart.TextSize, SvgTheme.Muted);
        var foot = new TextPanel(Edge.Bottom);
        foreach (var note in chart.Notes.Append(chart.Source))
        {
            foot.Add(note, SvgChart.NoteSize, SvgTheme.Muted);
        }

        int height;
        if (chart.Series.Any(series => series.Points.Count > 0))
        {
            head.AddSpace();
            head.Add(SvgAxes.ScaleWords(chart.Y), TextSize, SvgTheme.Muted);
            height = Fill(plot, chart) + AxesHeight;
        }
        else
        {
            plot.HideAxesAndGrid();
            var words = plot.Add.Annotation(ChartWords.Nothing, Alignment.MiddleCenter);
            words.LabelStyle = ScottPlotText.Of(ChartWords.Nothing, 14, SvgTheme.Ink);
            height = EmptyHeight;
        }

        plot.Axes.AddPanel(head);
        plot.Axes.AddPanel(foot);
        return height + (int)Math.Ceiling(head.Height + foot.Height);
    }

    /// <returns>How high the plot has to be.</returns>
    private static int Fill(Plot plot, Chart chart)
    {
        var entries = chart.Series.Count * (LegendLine * (1 + chart.Series.Max(series => series.Lines.Count)) + 14);
        var height = Math.Max(Math.Max(300, entries), (int)SvgChart.NameHeight * (chart.Y.Names?.Count ?? 0));
        var names = chart.Y.Names?.Max(name => TextMetrics.Width(SafeText.Of(name), TextSize)) ?? 0;
        var width = Width - SvgLegend.Width(chart, SvgChart.WidestLegend) - SvgChart.Margin - names;

        var (x, y) = ChartRange.Fit(chart, mostX: (int)(width / 58), mostY: height / 42);
        Show(x, plot.Axes.Bottom);
        Show(y, plot.Axes.Left);
        plot.Axes.Bottom.FrameLineStyle.Color = Color.FromHex(SvgTheme.AxisLine);
        plot.Axes.Bottom.MajorTickStyle.Color = Color.FromHex(SvgTheme.AxisLine);
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        var title = string.Join('\n', TextMetrics.Wrapped(SvgAxes.ScaleWords(chart.X), TextSize, Math.Max(width, NarrowestPlot)));
        ScottPlotText.Set(plot.Axes.Bottom.Label, title, TextSize, SvgTheme.Muted);

        var drawn = new ScottPlotSeries(plot, x, y);
        plot.Axes.SetLimits(drawn.Left - (drawn.Width * Inset), drawn.Right + (drawn.Width * Inset), drawn.Bottom - (drawn.Height * Inset), drawn.Top + (drawn.Height * Inset));
        foreach (var index in Enumerable.Range(0, chart.Series.Count).OrderByDescending(index => chart.Series[index].Form == SeriesForm.Highlight))
        {
            drawn.Draw(chart.Series[index], SeriesStyle.Of(chart, index));
        }

        plot.Legend.ManualItems.AddRange(chart.Series.Select((series, index) => ScottPlotSeries.Key(series, SeriesStyle.Of(chart, index))));
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.SymbolWidth = 26;
        plot.Legend.InterItemPadding = new(10, 10, 10, 10);
        var legend = plot.ShowLegend(Edge.Right);
        legend.Alignment = Alignment.UpperLeft;
        legend.Padding = new(6, 0, 0, 0);
        return height;
    }

    private static void Show(PlottedAxis axis, IAxis panel)
    {
        panel.TickGenerator = new NumericManual(
            [.. axis.Ticks.Select(tick => ScottPlotSeries.Place(axis, tick.Value))], [.. axis.Ticks.Select(tick => SafeText.Of(tick.Label))]);
        ScottPlotText.Set(panel.TickLabelStyle, string.Concat(axis.Ticks.Select(tick => tick.Label)), TextSize, SvgTheme.Muted);
    }
}
