using InferBench.Core.Ceilings;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>
/// Decoding against what the machine can do (Williams, Waterman and Patterson, "Roofline", CACM 52(4), 2009): operations per second over operations per
/// byte, under a roof that memory bandwidth raises up to the peak of each precision.
/// </summary>
public static class RooflineChart
{
    private const double OperationsPerParameter = 2;
    private const int MostLines = 8;
    private const int MostPointsOfALine = 40;

    /// <returns>Empty where no ceilings were measured, or no cell can be drawn under them; one chart for each device else.</returns>
    public static IReadOnlyList<Chart> From(RunDocument run) => [.. (run.Ceilings ?? []).DistinctBy(one => one.Provider).Select(ceilings => Of(run, ceilings)).OfType<Chart>()];

    private static Chart? Of(RunDocument run, MachineCeilings ceilings)
    {
        var models = run.Models.ToLookup(model => model.Key, StringComparer.Ordinal);
        var cells = run.Cells
            .Where(cell => ProviderDevice.MeasuredBy(cell.Cell.Provider) == ceilings.Provider && cell.Validity?.Verdict is Verdict.Valid or Verdict.Suspect)
            .Select(cell => (cell.Cell, cell.Cell.ModelKey, cell.Cell.Precision, Point: Point(cell, models[cell.Cell.ModelKey].FirstOrDefault())!))
            .Where(one => one.Point is not null)
            .ToList();
        if (cells.Count == 0 || ceilings.Bandwidth is not { BestPerSecond: > 0 } bandwidth)
        {
            return null;
        }

        var one = cells.Select(cell => cell.ModelKey).Distinct(StringComparer.Ordinal).Count() == cells.Select(cell => cell.Precision).Distinct(StringComparer.Ordinal).Count();
        var groups = cells.GroupBy(cell => one ? cell.Precision : cell.ModelKey, StringComparer.Ordinal).ToList();
        var notes = new PointNotes(run);
        var lines = groups.Take(MostLines).Select(group => new Series(
            SafeText.Shortened(group.Key, 48),
            [.. Thinned([.. group.OrderBy(cell => cell.Point.X)]).Select(cell => cell.Point with { Note = notes.Of(cell.Cell) })],
            "decoding",
            // Prompts of different lengths are no way from one batch to the next.
            Joined: group.Select(cell => (cell.Cell.PromptTokens, cell.Cell.GeneratedTokens)).Distinct().Count() == 1)).ToList();
        var (least, most) = (cells.Min(cell => cell.Point.X), cells.Max(cell => cell.Point.X));
        var roofs = cells.Select(cell => ceilings.MatMul(cell.Precision)).OfType<Ceiling>().Distinct().Select(peak => Roof(peak, bandwidth.BestPerSecond, least, most)).ToList();
        return new Chart(
            run.Ceilings!.Count == 1 ? "roofline" : $"roofline-{string.Concat(ceilings.Provider.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}",
            "Decoding against what the machine can do",
            RunWords.Machine(run),
            new Axis("Arithmetic intensity", "operations per byte read", AxisScale.Log),
            new Axis("Operations per second", "GFLOP/s", AxisScale.Log),
            [.. lines, .. roofs.Count > 0 ? roofs : [Roof(null, bandwidth.BestPerSecond, least, most)]],
            [
                $"Bandwidth {Figures.Number(bandwidth.BestPerSecond / 1e9)} GB/s: {bandwidth.Method}. Each roof is the measured peak of one precision's matrix products.",
                "Operations are 2 for each multiplied parameter and sequence; bytes are the weights once and each sequence's keys and values.",
                .. lines.Sum(line => line.Points.Count) < cells.Count
                    ? [$"{Figures.Whole(lines.Sum(line => line.Points.Count))} of {Figures.Whole(cells.Count)} cells are drawn, spread evenly; cells.csv has all of them."]
                    : (string[])[],
                .. ceilings.Doubt is { } doubt ? [$"The roofs are suspect: {doubt}."] : (string[])[],
            ],
            RunWords.Origin(run));
    }

    /// <summary>Every so many, the first and the last among them.</summary>
    private static IEnumerable<T> Thinned<T>(IReadOnlyList<T> sorted) => sorted.Count <= MostPointsOfALine
        ? sorted
        : Enumerable.Range(0, MostPointsOfALine).Select(step => sorted[(int)((long)step * (sorted.Count - 1) / (MostPointsOfALine - 1))]);

    private static SeriesPoint? Point(RunCell cell, RunModel? model)
    {
        if (cell is not { Efficiency.DecodeBytesPerStep: > 0 and var bytes, Metrics.TpotNs: { } tpot } || model?.MultipliedParameters is not > 0)
        {
            return null;
        }

        var operations = OperationsPerParameter * model.MultipliedParameters.Value * cell.Cell.Batch;
        var rate = tpot.Mean.Inverted(operations);
        return new SeriesPoint(operations / bytes, rate.Value, rate.Low, rate.High, Flagged: cell.Validity!.Verdict == Verdict.Suspect);
    }

    /// <summary>From a little left of the cells to a little right of where the roof is flat: y = min(bandwidth · x, peak).</summary>
    private static Series Roof(Ceiling? peak, double bandwidth, double least, double most)
    {
        var flat = peak?.BestPerSecond ?? double.PositiveInfinity;
        var ridge = flat / bandwidth;
        double[] at = double.IsFinite(ridge) ? [Math.Min(least, ridge) / 2, ridge, Math.Max(most, ridge) * 2] : [least / 2, most * 2];
        return new Series(
            peak is null ? "roof of the bandwidth" : $"roof {peak.Precision}",
            [.. at.Select(x => new SeriesPoint(x, Math.Min(bandwidth * x, flat) / 1e9))],
            peak is null ? null : $"{Figures.Number(flat / 1e9)} GFLOP/s") { Form = SeriesForm.Plain };
    }
}
