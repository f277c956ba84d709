using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>
/// The charts that a run's cost is read from: one line for each precision, and for each model, provider, shape and
/// machine where there are several.
/// </summary>
public static class CostCharts
{
    private const double NsPerMs = 1e6;

    /// <summary>
    /// Of decoders: cost by batch, by per-user speed, by TPOT and by TTFT, and output rate by batch. Of one-shot models: cost by batch and item rate by batch.
    /// In this order; a token and an item are never in one chart.
    /// </summary>
    public static IReadOnlyList<Chart> From(RunDocument run) => From([run]);

    /// <summary>The same of several runs, whose machines stand side by side; each costs what its own run says.</summary>
    /// <param name="runs">At least one.</param>
    public static IReadOnlyList<Chart> From(IReadOnlyList<RunDocument> runs)
    {
        var kinds = CellKinds.Of(runs);
        return [.. kinds.Decoders ? Of(runs, CostUnit.OutputTokens) : [], .. kinds.OneShots ? Of(runs, CostUnit.Items) : []];
    }

    private static IReadOnlyList<Chart> Of(IReadOnlyList<RunDocument> runs, CostUnit unit)
    {
        var curves = NamedCurve.Of(runs, unit);
        var shown = NamedCurve.Cheapest(curves);

        Chart Chart(string name, string title, Axis x, Axis y, Func<CostPoint, SeriesPoint?> point, Func<CostCurve, string> summary) => ChartAxes.Fitted(new(
            name,
            title,
            $"{RunWords.Machines(runs)}{(y.Money ? RunWords.Prices(runs) : "")}",
            x,
            y,
            [.. shown.Select(line => new Series(line.Name, Points(line, point), summary(line.Curve), Quality(line.Curve)))],
            Notes(runs, curves, shown, y.Money),
            RunWords.Origin(runs)));

        double[] measured = [.. shown.SelectMany(line => line.Curve.Points).Select(point => (double)point.Cell.Batch).Distinct().Order()];
        Chart CostByBatch(string name, string title, Axis batches, Axis cost) => Chart(
            name, title, batches, cost, point => Point(new(point.Cell.Batch, null, null), point.UsdPerMillion, point.Suspect), Lowest);
        Chart RateByBatch(string name, string title, Axis batches, Axis rate) => Chart(
            name, title, batches, rate, point => Point(new(point.Cell.Batch, null, null), point.PerSecond, point.Suspect), curve => Highest(curve, rate.Unit!));

        if (unit == CostUnit.Items)
        {
            var items = new Axis("Batch size", "items", AxisScale.Log, TicksAt: measured);
            return
            [
                CostByBatch("item-cost-by-batch", "Cost of items by batch size", items, new("US dollars per million items", null, AxisScale.Linear, Money: true)),
                RateByBatch("items-by-batch", "Item rate by batch size", items, new("Item rate", "items/s", AxisScale.Linear)),
            ];
        }

        var batches = new Axis("Batch size", "sequences", AxisScale.Log, TicksAt: measured);
        var cost = new Axis("US dollars per million output tokens", null, AxisScale.Linear, Money: true);
        return
        [
            CostByBatch("cost-by-batch", "Cost of output tokens by batch size", batches, cost),
            WithFrontier(
                Chart(
                    "cost-by-speed", "Cost of output tokens by the speed that one user sees", new("Speed per user", "tok/s", AxisScale.Linear), cost,
                    point => point.PerUserTokensPerSecond is { Value: > 0 and < double.PositiveInfinity } speed ? Point(speed, point.UsdPerMillion, point.Suspect) : null, Fastest),
                shown, point => point.PerUserTokensPerSecond?.Value, point => point.PerUserTokensPerSecond!.Value),
            WithFrontier(
                Chart(
                    "cost-by-tpot", "Cost of output tokens by the time for each of them", new("TPOT, mean", "ms", AxisScale.Linear), cost,
                    point => Tpot(point) is { Value: > 0 and < double.PositiveInfinity } tpot ? Point(tpot, point.UsdPerMillion, point.Suspect) : null, Quickest),
                shown, point => point.PerUserTokensPerSecond?.Value, point => Tpot(point)!.Value),
            WithFrontier(
                Chart(
                    "cost-by-ttft", "Cost of output tokens by the time to the first one", new("TTFT, mean", "ms", AxisScale.Linear), cost,
                    point => Point(point.FirstNs.Mean.Times(1 / NsPerMs), point.UsdPerMillion, point.Suspect), FirstSoonest),
                shown, point => 1 / point.FirstNs.Mean.Value, point => point.FirstNs.Mean.Value / NsPerMs),
            RateByBatch("throughput-by-batch", "Output rate by batch size", batches, new("Output rate", "tok/s", AxisScale.Linear)),
        ];
    }

    private static List<SeriesPoint> Points(NamedCurve line, Func<CostPoint, SeriesPoint?> point) =>
        [.. line.Curve.Points.Select(one => point(one) is { } drawn ? drawn with { Note = line.Notes.Of(one.Cell) } : null).OfType<SeriesPoint>()];

    /// <summary>Under the lines, the points that no other valid one beats; joined, but never continued beyond what was measured.</summary>
    private static Chart WithFrontier(Chart chart, IReadOnlyList<NamedCurve> shown, Func<CostPoint, double?> speed, Func<CostPoint, double> x)
    {
        var frontier = CostFrontier.Pareto(shown.Select(line => line.Curve), speed);
        return shown.Count < 2 || frontier.Count < 2 ? chart : chart with
        {
            Series =
            [
                .. chart.Series,
                new("frontier", [.. frontier.Select(point => new SeriesPoint(x(point), point.UsdPerMillion.Value))], "no valid cell is both", "cheaper and faster") { Form = SeriesForm.Highlight },
            ],
        };
    }

    private static Estimate? Tpot(CostPoint point) => point.PerUserTokensPerSecond?.Inverted(1000);

    private static SeriesPoint Point(Estimate x, Estimate y, bool suspect) => new(x.Value, y.Value, y.Low, y.High, x.Low, x.High, suspect);

    private static List<string> Notes(IReadOnlyList<RunDocument> runs, IReadOnlyList<NamedCurve> curves, IReadOnlyList<NamedCurve> shown, bool money)
    {
        var notes = new List<string>();
        if (CurveNames.Shared([.. shown.Select(line => line.Curve.Key)]) is { Length: > 0 } shared)
        {
            notes.Add($"All lines: {shared}. Whiskers are 95 % intervals; where none is seen, it is smaller than the mark.");
        }

        if (shown.Select(line => line.Curve.Quality).FirstOrDefault(quality => quality?.Reference is not null) is { } scored)
        {
            notes.Add(QualityPhrases.Origin(scored));
        }

        if (shown.SelectMany(line => line.Curve.Points).Any(point => point.Suspect))
        {
            notes.Add("Hollow marks are suspect: the table gives the reasons.");
        }

        if (shown.Count < curves.Count)
        {
            var drawn = $"{Figures.Whole(shown.Count)} of {Figures.Whole(curves.Count)} lines are drawn";
            notes.Add($"{drawn}, those with the lowest cost; cells.csv has all of them.");
        }

        if (money)
        {
            notes.AddRange(runs.Count == 1 ? [RunWords.PriceOrigin(runs[0].Price)] : ["Each machine at its own price: the table of machines gives it, and whether it is assumed."]);
        }

        return notes;
    }

    private static string? Quality(CostCurve curve) => QualityPhrases.Short(curve.Quality) is { Length: > 0 } quality ? quality : null;

    private static string Lowest(CostCurve curve) => Best(
        curve, point => -point.UsdPerMillion.Value, point => $"lowest {Figures.Usd(point.UsdPerMillion.Value)} at batch {Figures.Whole(point.Cell.Batch)}");

    private static string Fastest(CostCurve curve) => Best(
        curve,
        point => point.PerUserTokensPerSecond?.Value ?? 0,
        point => point.PerUserTokensPerSecond is { } speed ? $"{Figures.Number(speed.Value)} tok/s at batch {Figures.Whole(point.Cell.Batch)}" : "one token generated: no speed");

    private static string Quickest(CostCurve curve) => Best(
        curve,
        point => point.PerUserTokensPerSecond?.Value ?? 0,
        point => Tpot(point) is { } tpot ? $"{Figures.Number(tpot.Value)} ms at batch {Figures.Whole(point.Cell.Batch)}" : "one token generated: no TPOT");

    private static string FirstSoonest(CostCurve curve) => Best(
        curve, point => -point.FirstNs.Mean.Value, point => $"{Figures.Milliseconds(point.FirstNs.Mean.Value)} ms at batch {Figures.Whole(point.Cell.Batch)}");

    private static string Highest(CostCurve curve, string unit) => Best(
        curve, point => point.PerSecond.Value, point => $"highest {Figures.Number(point.PerSecond.Value)} {unit} at batch {Figures.Whole(point.Cell.Batch)}");

    /// <summary>A suspect point is the best of a line only where nothing else is there, and it says so.</summary>
    private static string Best(CostCurve curve, Func<CostPoint, double> merit, Func<CostPoint, string> words)
    {
        var best = curve.Points.OrderBy(point => point.Suspect).ThenByDescending(merit).First();
        return words(best) + (best.Suspect ? " (suspect)" : "");
    }
}
