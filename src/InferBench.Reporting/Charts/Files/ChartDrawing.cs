using InferBench.Reporting.Text;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace InferBench.Reporting.Charts.Files;

/// <summary>
/// Draws a chart by ScottPlot 5. Ranges, ticks, colours, marks and words are ours, so that files and the page show the same thing; ScottPlot has no
/// log axis of its own, hence logarithms are plotted and the ticks say what they stand for.
/// </summary>
internal static class ChartDrawing
{
    /// <summary>Pixels for each unit of the drawing: sharp on today's screens, and two thirds of the bytes of two.</summary>
    public const double PixelDensity = 1.5;

    private const int Width = (int)ChartLayout.Width;
    private const float TextSize = (float)ChartLayout.AxisTextSize;

    // Axes, their labels and the space around them; the plot itself is as high as the page's.
    private const int AxesHeight = 70;
    private const int EmptyHeight = 130;
    private const int LegendLine = 15;
    private const double LegendSample = 38;

    private const double TickGap = 8;
    private const double NarrowestPlot = 200;

    // No mark at an end of an axis is cut by the plot's edge.
    private const double Inset = 0.02;

    // Packing is most of the work: unfiltered and at this level it takes a third less time than at the usual one, for an eighth more bytes.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 3);

    public static byte[] Svg(Chart chart)
    {
        using var plot = new Plot();
        var height = Compose(plot, chart);
        using var drawing = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, height), drawing))
        {
            Render(plot, canvas, Width, height);
        }

        drawing.Position = 0;
        return SvgFile.Of(chart, drawing);
    }

    public static byte[] Png(Chart chart)
    {
        using var plot = new Plot { ScaleFactor = PixelDensity };
        var (width, height) = ((int)(Width * PixelDensity), (int)(Compose(plot, chart) * PixelDensity));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Render(plot, surface.Canvas, width, height);
        using var pixels = surface.PeekPixels();
        using var file = pixels.Encode(Encoding);
        return file?.ToArray() ?? throw new InvalidOperationException($"{chart.Name}: {width} × {height} pixels could not be encoded");
    }

    // The first drawing of a plot is drawn twice, as its axes have changed: that is spent where nothing is drawn.
    private static void Render(Plot plot, SKCanvas canvas, int width, int height)
    {
        using (var nowhere = new SKNoDrawCanvas(width, height))
        {
            plot.Render(nowhere, width, height);
        }

        plot.Render(canvas, width, height);
    }

    /// <returns>How high the drawing has to be.</returns>
    private static int Compose(Plot plot, Chart chart)
    {
        plot.FigureBackground.Color = Color.FromHex(ChartTheme.Ground);
        plot.DataBackground.Color = Color.FromHex(ChartTheme.Ground);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromHex(ChartTheme.Grid);
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;

        var head = new TextPanel(Edge.Top);
        head.Add(chart.Title, ChartLayout.TitleSize, ChartTheme.Ink, bold: true);
        head.Add(chart.Subtitle, ChartLayout.TextSize, ChartTheme.Muted);
        var foot = new TextPanel(Edge.Bottom);
        foreach (var note in chart.Notes.Append(chart.Source))
        {
            foot.Add(note, ChartLayout.NoteSize, ChartTheme.Muted);
        }

        int height;
        if (chart.Series.Any(series => series.Points.Count > 0))
        {
            head.AddSpace();
            head.Add(ChartWords.TitleOf(chart.Y), TextSize, ChartTheme.Muted);
            height = Fill(plot, chart) + AxesHeight;
        }
        else
        {
            plot.HideAxesAndGrid();
            var words = plot.Add.Annotation(ChartWords.Nothing, Alignment.MiddleCenter);
            words.LabelStyle = ChartFont.Label(ChartWords.Nothing, 14, ChartTheme.Ink);
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
        var height = Math.Max(Math.Max(300, entries), (int)ChartLayout.NameHeight * (chart.Y.Names?.Count ?? 0));
        var names = chart.Y.Names?.Max(name => TextMetrics.Width(SafeText.Of(name), TextSize)) ?? 0;
        var width = Width - ChartLayout.LegendWidth(chart, LegendSample) - ChartLayout.Margin - names;

        var (x, y) = ChartRange.Fit(chart, mostX: (int)(width / 58), mostY: height / 42);
        Show(x, plot.Axes.Bottom);
        Show(y, plot.Axes.Left);
        plot.Axes.Left.MinimumSize = (float)(ChartLayout.Margin + TickGap + y.Ticks.Max(tick => ChartFont.Width(SafeText.Of(tick.Label), TextSize)));
        plot.Axes.Bottom.FrameLineStyle.Color = Color.FromHex(ChartTheme.AxisLine);
        plot.Axes.Bottom.MajorTickStyle.Color = Color.FromHex(ChartTheme.AxisLine);
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        var title = string.Join('\n', TextMetrics.Wrapped(ChartWords.TitleOf(chart.X), TextSize, Math.Max(width, NarrowestPlot)));
        ChartFont.Set(plot.Axes.Bottom.Label, title, TextSize, ChartTheme.Muted);

        var drawn = new SeriesDrawing(plot, x, y);
        plot.Axes.SetLimits(drawn.Left - (drawn.Width * Inset), drawn.Right + (drawn.Width * Inset), drawn.Bottom - (drawn.Height * Inset), drawn.Top + (drawn.Height * Inset));
        foreach (var index in Enumerable.Range(0, chart.Series.Count).OrderByDescending(index => chart.Series[index].Form == SeriesForm.Highlight))
        {
            drawn.Draw(chart.Series[index], SeriesStyle.Of(chart, index));
        }

        plot.Legend.ManualItems.AddRange(chart.Series.Select((series, index) => SeriesDrawing.Key(series, SeriesStyle.Of(chart, index))));
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
            [.. axis.Ticks.Select(tick => SeriesDrawing.Place(axis, tick.Value))], [.. axis.Ticks.Select(tick => SafeText.Of(tick.Label))]);
        ChartFont.Set(panel.TickLabelStyle, string.Concat(axis.Ticks.Select(tick => tick.Label)), TextSize, ChartTheme.Muted);
    }
}
