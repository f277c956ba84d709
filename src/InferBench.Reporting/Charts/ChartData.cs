using InferBench.Reporting.Reports;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>The points of a chart as a table, for those who do not see it or want the figures.</summary>
internal static class ChartData
{
    // Of long lines every so many points: cells.csv and the chart's own JSON file have the rest.
    private const int MostPoints = 8;
    private const int MostWhole = 24;

    public static TableBlock Of(Chart chart)
    {
        var points = chart.Series.SelectMany(series => Thinned(series.Points).Select(point => (series.Name, Point: point))).ToList();
        List<(ResultsColumn Column, Func<string, SeriesPoint, string> Text)> fields =
        [
            (new("line", Numeric: false), (name, _) => SafeText.Shortened(name, 80)),
            (new(chart.X.Title, Numeric: true), (_, point) => ChartWords.Value(chart.X, point.X)),
            .. Interval(points.Any(one => one.Point.XLow is not null || one.Point.XHigh is not null), chart.X, point => (point.XLow, point.XHigh)),
            (new(chart.Y.Title, Numeric: true), (_, point) => ChartWords.Value(chart.Y, point.Y)),
            .. Interval(points.Any(one => one.Point.YLow is not null || one.Point.YHigh is not null), chart.Y, point => (point.YLow, point.YHigh)),
        ];
        if (points.Any(one => one.Point.Note is not null))
        {
            fields.Add((new("cell", Numeric: false), (_, point) => point.Note ?? ""));
        }

        return new(
            $"Data: {chart.Title}",
            [.. fields.Select(field => field.Column)],
            [.. points.Select(one => (IReadOnlyList<string>)[.. fields.Select(field => field.Text(one.Name, one.Point))])]);
    }

    private static IEnumerable<(ResultsColumn Column, Func<string, SeriesPoint, string> Text)> Interval(
        bool known, Axis axis, Func<SeriesPoint, (double? Low, double? High)> ends)
    {
        if (known)
        {
            yield return (new("low 95 %", Numeric: true), (_, point) => End(axis, ends(point).Low));
            yield return (new("high 95 %", Numeric: true), (_, point) => End(axis, ends(point).High));
        }
    }

    private static string End(Axis axis, double? end) => end is { } value ? ChartWords.Value(axis, value) : Figures.Missing;

    private static IEnumerable<SeriesPoint> Thinned(IReadOnlyList<SeriesPoint> line)
    {
        // The upper corners of steps: the lower ones say nothing of their own.
        List<SeriesPoint> points = [.. line.Where((point, index) => index == line.Count - 1 || line[index + 1].X != point.X)];
        return line.Count <= MostWhole || points.Count <= MostPoints
            ? points
            : Enumerable.Range(0, MostPoints).Select(step => points[(int)((long)step * (points.Count - 1) / (MostPoints - 1))]);
    }
}
