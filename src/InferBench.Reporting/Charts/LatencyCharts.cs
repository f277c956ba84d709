using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>How latencies are distributed, from raw samples: one line for each precision (model, provider, shape) at one batch size.</summary>
internal static class LatencyCharts
{
    private const int MostLines = 5;
    private const double NsPerMs = 1e6;

    /// <returns>TTFT, TPOT and end-to-end time of decoders, latency of one-shot models; none where no raw samples are there.</returns>
    public static IReadOnlyList<Chart> From(RunDocument run) => [.. Of(run, CostUnit.OutputTokens), .. Of(run, CostUnit.Items)];

    private static IEnumerable<Chart> Of(RunDocument run, CostUnit unit)
    {
        var cells = run.Cells.Where(cell => CostCurves.UnitOf(cell.Cell) == unit && cell.IsUsable && cell.Measurement is { Samples.Count: > 0 }).ToList();
        if (cells.Count == 0)
        {
            return [];
        }

        var batch = Batch(run, cells, unit);
        var groups = cells.Where(cell => cell.Cell.Batch == batch).GroupBy(cell => CurveKey.Of(cell.Cell)).ToList();
        var shown = groups.OrderByDescending(group => group.Max(cell => cell.Rate!.Value)).Take(MostLines).Select(group => group.Key).ToHashSet();
        List<IGrouping<CurveKey, RunCell>> drawn = [.. groups.Where(group => shown.Contains(group.Key))];
        var names = CurveNames.Of([.. drawn.Select(group => group.Key)]);

        Chart Chart(string name, string title, string label, Func<OperationSample, double?> value) => ChartAxes.Fitted(new(
            name,
            $"{title}, batch {Figures.Whole(batch)}",
            RunWords.Machine(run),
            new(label, "ms", AxisScale.Linear, FromZero: false),
            new("Share of operations", "%", AxisScale.Linear),
            [.. drawn.Zip(names, (group, line) => Line(line, [.. group], value)).OfType<Series>()],
            Notes(drawn.Count, groups.Count),
            RunWords.Origin(run)));

        return unit == CostUnit.Items
            ? [Chart("latency-ecdf", "Latency of a batch", "Latency", sample => sample.EndToEndNs / NsPerMs)]
            :
            [
                Chart("ttft-ecdf", "Time to first token", "TTFT", sample => sample.TimeToFirstTokenNs / NsPerMs),
                Chart("tpot-ecdf", "Time per output token", "TPOT", Tpot),
                Chart("e2e-ecdf", "End-to-end time", "Request to last token", sample => sample.EndToEndNs / NsPerMs),
            ];
    }

    private static double? Tpot(OperationSample sample) =>
        sample.Generated > 1 ? (sample.EndToEndNs - sample.TimeToFirstTokenNs) / (sample.Generated - 1) / NsPerMs : null;

    /// <summary>That of the cheapest valid cell, which the answer speaks of; where nothing is valid, the one that most lines have.</summary>
    private static int Batch(RunDocument run, List<RunCell> cells, CostUnit unit) =>
        CostFrontier.Cheapest(CostCurves.From(run, unit)) is { } best && cells.Any(cell => cell.Cell.Batch == best.Cell.Batch)
            ? best.Cell.Batch
            : cells.GroupBy(cell => cell.Cell.Batch).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;

    /// <summary>Operations of all launches together.</summary>
    private static Series? Line(string name, IReadOnlyList<RunCell> launches, Func<OperationSample, double?> value)
    {
        double[] values = [.. launches.SelectMany(cell => cell.Measurement!.Samples).Select(value).OfType<double>().Order()];
        if (values.Length == 0)
        {
            return null;
        }

        var median = Percentile.Of(values, 0.5) is { } half ? $"median {Figures.Number(half)} ms" : "too few for a median";
        return new Series(name, Ecdf.Steps(values), median, $"n {Figures.Whole(values.Length)}, within ±{Figures.Number(Ecdf.HalfBand(values.Length))} points") { Form = SeriesForm.Plain };
    }

    private static List<string> Notes(int drawn, int all)
    {
        List<string> notes =
        [
            "Each line rises by one step for each measured operation; with few operations its ends say little. "
                + "The ± is the 95 % band of the whole line (Dvoretzky, Kiefer, Wolfowitz; Massart), in percentage points.",
        ];
        if (drawn < all)
        {
            notes.Add($"{Figures.Whole(drawn)} of {Figures.Whole(all)} lines are drawn, the fastest; cells.csv has percentiles of all of them.");
        }

        return notes;
    }
}
