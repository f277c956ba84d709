using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>A chart in words, for those who do not see it.</summary>
internal static class ChartWords
{
    private const int LongestName = 80;
    private const int MostLines = 4;

    /// <summary>What stands in the place of a plot without points.</summary>
    public const string Nothing = "No valid measurement to draw";

    /// <summary>An axis title that says when distances are ratios.</summary>
    public static string TitleOf(Axis axis) => axis.Scale == AxisScale.Log ? $"{axis.Title}, log scale" : axis.Title;

    public static string Describe(Chart chart)
    {
        string At(SeriesPoint point) => $"{Value(chart.Y, point.Y)} at {Value(chart.X, point.X)}";

        var lines = chart.Series.Take(MostLines).Select(series => SafeText.Shortened(series.Name, LongestName) + series.Points switch
        {
            [] => ": no valid point.",
            [var only] => $": one point, {At(only)}.",
            _ => $": {Figures.Whole(series.Points.Count)} points, from {At(series.Points[0])} to {At(series.Points[^1])}.",
        });
        var rest = chart.Series.Count > MostLines ? $" And {Figures.Whole(chart.Series.Count - MostLines)} more lines: the table of its data has them all." : "";
        var words = string.Join(' ', lines.DefaultIfEmpty($"{Nothing}.")) + rest;
        return $"{chart.Subtitle}. {chart.Y.Title} against {chart.X.Title}. {words}";
    }

    public static string Value(Axis axis, double value) => axis switch
    {
        { Money: true } => Figures.Usd(value),
        { Names: { } names } => SafeText.Shortened(names[Math.Clamp((int)value, 0, names.Count - 1)], LongestName),
        // Batch sizes are counts.
        { TicksAt: not null } when double.IsInteger(value) => Figures.Whole((long)value),
        _ => Figures.Number(value),
    };
}
