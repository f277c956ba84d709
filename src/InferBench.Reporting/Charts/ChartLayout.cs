namespace InferBench.Reporting.Charts;

/// <summary>Measures that files and the page share, in pixels at their usual size.</summary>
internal static class ChartLayout
{
    public const double Width = 880;
    public const double Margin = 20;
    public const double LowestPlot = 300;
    public const double TitleSize = 17;
    public const double TextSize = 12.5;
    public const double AxisTextSize = 12;
    public const double NoteSize = 11.5;
    public const double LegendNameSize = 13;
    public const double LegendTextSize = 11.5;

    /// <summary>How much wider bold text is than text is taken to be.</summary>
    public const double BoldWidth = 1.12;

    /// <summary>Most that the lines' names take at the side.</summary>
    public const double WidestLegend = 320;

    /// <summary>Height of a row where an axis lists names.</summary>
    public const double NameHeight = 22;

    /// <summary>Width that the lines' names need, up to <see cref="WidestLegend"/>.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="beside">Width of a line's sample and the space around it.</param>
    public static double LegendWidth(Chart chart, double beside) => Math.Min(
        WidestLegend,
        beside + chart.Series.Max(series => Math.Max(
            TextMetrics.Width(Text.SafeText.Of(series.Name), LegendNameSize * BoldWidth),
            series.Lines.Select(line => TextMetrics.Width(Text.SafeText.Of(line), LegendTextSize)).DefaultIfEmpty(0).Max())));
}
