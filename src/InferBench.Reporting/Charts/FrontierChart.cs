using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>
/// Every configuration by cost and per-user speed, coloured by what it loses in quality, with the frontier of those that no other valid one beats in one
/// without losing in the other.
/// </summary>
internal static class FrontierChart
{
    // A point more than this many is a cloud in which none is found again.
    private const int MostPoints = 400;

    /// <returns>None where no cell has both a cost and a speed.</returns>
    public static IReadOnlyList<Chart> From(IReadOnlyList<RunDocument> runs)
    {
        var curves = runs.SelectMany((run, index) => CostCurves.From(run).Select(curve => (Run: index, Curve: curve))).ToList();
        var all = curves
            .SelectMany(one => one.Curve.Points.Select(point => (one.Run, one.Curve, Point: point)))
            .Where(one => one.Point.PerUserTokensPerSecond is { Value: > 0 and < double.PositiveInfinity })
            .ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var frontier = CostFrontier.Pareto(curves.Select(one => one.Curve));
        var best = frontier.ToHashSet(ReferenceEqualityComparer.Instance);
        var shown = all.OrderBy(one => !best.Contains(one.Point)).ThenBy(one => one.Point.UsdPerMillion.Value).Take(MostPoints).ToList();
        var machines = MachineLabels.Of(runs);
        var notes = runs.Select(run => new PointNotes(run)).ToList();

        string Note(int run, Cell cell) => $"{Configuration(cell)}{(runs.Count > 1 ? $" · {machines[run]}" : "")} · {notes[run].Of(cell)}";

        var scored = shown.Any(one => QualityTone.Of(one.Curve.Quality) < QualityTone.Unknown);
        var order = all.Select(one => one.Curve.Key.Precision).Distinct(StringComparer.Ordinal).ToList();
        var groups = shown
            .GroupBy(one => scored ? QualityTone.Of(one.Curve.Quality) : order.IndexOf(one.Curve.Key.Precision))
            .OrderBy(group => group.Key)
            .Select(group => new Series(
                scored ? QualityTone.Name(group.Key) : SafeText.Shortened(order[group.Key], 40),
                [.. group.OrderBy(one => one.Point.PerUserTokensPerSecond!.Value).Select(one => Point(one.Point, Note(one.Run, one.Point.Cell)))],
                $"{Figures.Whole(group.Count())} {(group.Count() == 1 ? "configuration" : "configurations")}",
                Joined: false,
                Tone: scored ? group.Key : null));
        var line = new Series(
            "frontier",
            [.. frontier.Select(point => new SeriesPoint(point.PerUserTokensPerSecond!.Value, point.UsdPerMillion.Value))],
            frontier.Count == 0 ? "no valid configuration" : $"{Figures.Whole(frontier.Count)} of {Figures.Whole(all.Count(one => !one.Point.Suspect))} valid ones",
            Tone: QualityTone.Unknown) { Form = SeriesForm.Plain };
        return
        [
            ChartAxes.Fitted(new(
                "frontier",
                "Cost against speed, and what is lost in quality",
                $"{RunWords.Machines(runs)}{RunWords.Prices(runs)}",
                new("Speed per user", "tok/s", AxisScale.Linear),
                new("US dollars per million output tokens", null, AxisScale.Linear, Money: true),
                [.. groups, line],
                [
                    scored
                        ? "Colour and shape are the loss of perplexity against the reference on the same text; the frontier itself looks at cost and speed only."
                        : "Quality was not measured, so colour and shape are the precision instead; run scores a model with trained weights where it is given a text with --text.",
                    .. shown.Any(one => one.Point.Suspect) ? ["Hollow marks are suspect and never on the frontier."] : (string[])[],
                    .. shown.Count < all.Count ? [$"{Figures.Whole(shown.Count)} of {Figures.Whole(all.Count)} configurations are drawn: the frontier, then the cheapest; cells.csv has all."] : (string[])[],
                ],
                RunWords.Origin(runs))),
        ];
    }

    private static string Configuration(Cell cell) => $"{SafeText.Shortened(cell.Model, 40)} {SafeText.Shortened(cell.Precision, 40)} {SafeText.Shortened(cell.Provider, 20)}";

    private static SeriesPoint Point(CostPoint point, string note) => new(
        point.PerUserTokensPerSecond!.Value,
        point.UsdPerMillion.Value,
        point.UsdPerMillion.Low,
        point.UsdPerMillion.High,
        point.PerUserTokensPerSecond.Low,
        point.PerUserTokensPerSecond.High,
        point.Suspect,
        note);
}
