using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>A chart in words, for those who do not see it.</summary>
internal static class ChartWords
{
    public static string Describe(Chart chart)
    {
        var lines = chart.Series.Select(series => series.Points switch
        {
            [] => $"{SafeText.Shortened(series.Name, 80)}: no valid point.",
            [var only] => $"{SafeText.Shortened(series.Name, 80)}: one point, {Value(chart.Y, only.Y)} at {Value(chart.X, only.X)}.",
            [var first, .., var last] points =>
                $"{SafeText.Shortened(series.Name, 80)}: {Figures.Whole(points.Count)} points, from {Value(chart.Y, first.Y)} at {Value(chart.X, first.X)} to {Value(chart.Y, last.Y)} at {Value(chart.X, last.X)}.",
            _ => throw new InvalidOperationException("A list has none, one or more points."),
        });
        return $"{chart.Subtitle}. {chart.Y.Title} against {chart.X.Title}. {string.Join(' ', lines.DefaultIfEmpty("No valid measurement to draw."))}";
    }

    private static string Value(Axis axis, double value) => axis switch
    {
        { Money: true } => Figures.Usd(value),
        // Batch sizes are counts.
        { TicksAt: not null } => Figures.Whole((long)value),
        _ => Figures.Number(value),
    };
}
