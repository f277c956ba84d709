using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>Energy of the device by batch size: for each output token, or each item of a one-shot model.</summary>
internal static class EnergyChart
{
    private const int MostLines = 8;

    /// <returns>None where no sensor counted energy.</returns>
    public static IReadOnlyList<Chart> From(RunDocument run) =>
    [
        .. Of(run, CostUnit.OutputTokens, "energy-by-batch", "Energy of an output token by batch size", "Energy per output token", "J/token", cell => cell.Energy?.JoulesPerToken),
        .. Of(run, CostUnit.Items, "item-energy-by-batch", "Energy of an item by batch size", "Energy per item", "J/item", cell => cell.Energy?.JoulesPerItem),
    ];

    private static IEnumerable<Chart> Of(RunDocument run, CostUnit unit, string name, string title, string label, string measure, Func<RunCell, double?> joules)
    {
        var lines = run.Cells
            .Where(cell => CostCurves.UnitOf(cell.Cell) == unit && cell.IsUsable && joules(cell) is > 0)
            .GroupBy(cell => CurveKey.Of(cell.Cell))
            .OrderBy(group => group.Min(joules))
            .ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        List<IGrouping<CurveKey, RunCell>> shown = [.. lines.Take(MostLines)];
        var names = CurveNames.Of([.. shown.Select(group => group.Key)]);
        var notes = new PointNotes(run);
        double[] batches = [.. shown.SelectMany(group => group).Select(cell => (double)cell.Cell.Batch).Distinct().Order()];
        var sources = string.Join(", ", shown.SelectMany(group => group).Select(cell => SafeText.Shortened(cell.Energy!.Source, 60)).Distinct(StringComparer.Ordinal));
        return
        [
            ChartAxes.Fitted(new(
                name,
                title,
                RunWords.Machine(run),
                new("Batch size", unit == CostUnit.Items ? "items" : "sequences", AxisScale.Log, TicksAt: batches),
                new(label, measure, AxisScale.Linear),
                [.. shown.Zip(names, (group, line) => new Series(line, [.. group.GroupBy(cell => cell.Cell.Batch).OrderBy(batch => batch.Key).Select(batch => Point([.. batch], joules, notes))]))],
                [
                    $"Counted by {sources}: the whole device during the measured operations, idle power and other programs included; memory, fans and power supply are not.",
                    .. shown.Count < lines.Count ? [$"{Figures.Whole(shown.Count)} of {Figures.Whole(lines.Count)} lines are drawn, those with the least energy; cells.csv has all of them."] : (string[])[],
                ],
                RunWords.Origin(run))),
        ];
    }

    /// <summary>The mean over launches; a counter that is read once over all operations gives no interval.</summary>
    private static SeriesPoint Point(IReadOnlyList<RunCell> launches, Func<RunCell, double?> joules, PointNotes notes) => new(
        launches[0].Cell.Batch,
        launches.Average(cell => joules(cell)!.Value),
        Flagged: launches.Any(cell => cell.Validity?.Verdict != Verdict.Valid),
        Note: notes.Of(launches[0].Cell));
}
