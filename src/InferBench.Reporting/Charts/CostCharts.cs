using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>
/// The charts that a run's cost is read from: one line for each precision, and for each model, provider and shape where there are several.
/// </summary>
public static class CostCharts
{
    private const int MostSeries = 16;
    private const double NsPerMs = 1e6;

    // From here on a linear axis from zero shows the smallest values as if they were nothing.
    private const double LogFromRatio = 12;

    /// <summary>
    /// Of decoders: cost by batch, by per-user speed, by TPOT and by TTFT, and output rate by batch. Of one-shot models: cost by batch and item rate by batch.
    /// In this order; a token and an item are never in one chart.
    /// </summary>
    public static IReadOnlyList<Chart> From(RunDocument run)
    {
        var kinds = CellKinds.Of(run);
        return [.. kinds.Decoders ? Of(run, CostUnit.OutputTokens) : [], .. kinds.OneShots ? Of(run, CostUnit.Items) : []];
    }

    private static IReadOnlyList<Chart> Of(RunDocument run, CostUnit unit)
    {
        var curves = CostCurves.From(run, unit);
        var shown = Shown(curves);
        var names = CurveNames.Of([.. shown.Select(curve => curve.Key)]);

        Chart Chart(string name, string title, Axis x, Axis y, Func<CostPoint, SeriesPoint?> point, Func<CostCurve, string> summary) => Fitted(new(
            name,
            title,
            $"{RunWords.Machine(run)}{(y.Money ? $" at {RunWords.Price(run.Price)}" : "")}",
            x,
            y,
            [.. shown.Zip(names, (curve, label) => new Series(label, [.. curve.Points.Select(point).OfType<SeriesPoint>()], summary(curve), Quality(curve)))],
            Notes(run, curves, shown, y.Money),
            RunWords.Origin(run)));

        double[] measured = [.. shown.SelectMany(curve => curve.Points).Select(point => (double)point.Cell.Batch).Distinct().Order()];
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

    /// <summary>Under the lines, the points that no other valid one beats; joined, but never continued beyond what was measured.</summary>
    private static Chart WithFrontier(Chart chart, IReadOnlyList<CostCurve> shown, Func<CostPoint, double?> speed, Func<CostPoint, double> x)
    {
        var frontier = CostFrontier.Pareto(shown, speed);
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

    private static Chart Fitted(Chart chart)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        return chart with { X = Fitted(chart.X, points.Select(point => point.X)), Y = Fitted(chart.Y, points.Select(point => point.Y)) };
    }

    private static Axis Fitted(Axis axis, IEnumerable<double> values)
    {
        var (least, greatest) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        return least > 0 && greatest / least > LogFromRatio ? axis with { Scale = AxisScale.Log } : axis;
    }

    private static List<CostCurve> Shown(IReadOnlyList<CostCurve> curves)
    {
        var cheapest = curves.OrderBy(LowestCost).Take(MostSeries).ToHashSet();
        return [.. curves.Where(cheapest.Contains)];
    }

    private static List<string> Notes(RunDocument run, IReadOnlyList<CostCurve> curves, IReadOnlyList<CostCurve> shown, bool money)
    {
        var notes = new List<string>();
        if (CurveNames.Shared([.. shown.Select(curve => curve.Key)]) is { Length: > 0 } shared)
        {
            notes.Add($"All lines: {shared}. Whiskers are 95 % intervals; where none is seen, it is smaller than the mark.");
        }

        if (shown.Select(curve => curve.Quality).FirstOrDefault(quality => quality?.Reference is not null) is { } scored)
        {
            notes.Add(QualityPhrases.Origin(scored));
        }

        if (shown.SelectMany(curve => curve.Points).Any(point => point.Suspect))
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
            notes.Add(RunWords.PriceOrigin(run.Price));
        }

        return notes;
    }

    private static string? Quality(CostCurve curve) => QualityPhrases.Short(curve.Quality) is { Length: > 0 } quality ? quality : null;

    private static double LowestCost(CostCurve curve) => curve.Points.Min(point => point.UsdPerMillion.Value);

    private static string Lowest(CostCurve curve)
    {
        var best = curve.Points.MinBy(point => point.UsdPerMillion.Value)!;
        return $"lowest {Figures.Usd(best.UsdPerMillion.Value)} at batch {Figures.Whole(best.Cell.Batch)}";
    }

    private static string Fastest(CostCurve curve) =>
        curve.Points.MaxBy(point => point.PerUserTokensPerSecond?.Value ?? 0) is { PerUserTokensPerSecond: { } speed } best
            ? $"{Figures.Number(speed.Value)} tok/s at batch {Figures.Whole(best.Cell.Batch)}"
            : "one token generated: no speed";

    private static string Quickest(CostCurve curve) =>
        curve.Points.MaxBy(point => point.PerUserTokensPerSecond?.Value ?? 0) is { PerUserTokensPerSecond: not null } best
            ? $"{Figures.Number(Tpot(best)!.Value)} ms at batch {Figures.Whole(best.Cell.Batch)}"
            : "one token generated: no TPOT";

    private static string FirstSoonest(CostCurve curve)
    {
        var best = curve.Points.MinBy(point => point.FirstNs.Mean.Value)!;
        return $"{Figures.Milliseconds(best.FirstNs.Mean.Value)} ms at batch {Figures.Whole(best.Cell.Batch)}";
    }

    private static string Highest(CostCurve curve, string unit)
    {
        var best = curve.Points.MaxBy(point => point.PerSecond.Value)!;
        return $"highest {Figures.Number(best.PerSecond.Value)} {unit} at batch {Figures.Whole(best.Cell.Batch)}";
    }
}
