using InferBench.Core.Comparison;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Comparison;

/// <summary>The ratio of each cell's rates with its interval, one under the other, and the line of no difference: a forest plot.</summary>
public static class ComparisonChart
{
    private const int MostRows = 60;
    private const int MostTicks = 4;
    private const int LongestName = 40;

    // From here on, steps of equal difference are no steps of equal ratio.
    private const double WideRatio = 2;

    private static readonly double[] Steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

    public static Chart Of(RunComparison comparison)
    {
        var all = comparison.Pairs.SelectMany(pair => pair.Cells.Select(cell => (Pair: pair, Cell: cell))).ToList();
        var rows = all.Count <= MostRows ? all : [.. all.OrderByDescending(row => Math.Abs(Math.Log(row.Cell.Rate.Ratio.Value))).Take(MostRows)];

        // The first cell stands at the top.
        rows.Reverse();
        var names = rows
            .Zip(ComparisonWords.ShortNames([.. rows.Select(row => row.Cell)], comparison.By), (row, name) => comparison.Pairs.Count > 1 ? $"{row.Pair.Other.Letter}: {name}" : name)
            .Select(name => SafeText.Shortened(name, LongestName))
            .ToList();
        var series = Enum.GetValues<DifferenceVerdict>()
            .Select(verdict => new Series(ComparisonWords.Word(verdict), [.. Points(rows, verdict)], Joined: false))
            .Where(one => one.Points.Count > 0)
            .ToList();
        var ratios = rows.Select(row => row.Cell.Rate.Ratio.Value).Append(1).ToList();
        return new Chart(
            "ratios",
            comparison.Pairs.Count == 1 ? $"Rate of {comparison.Pairs[0].Other.Letter} over {comparison.Pairs[0].Base.Letter}" : "Rate of each side over its base",
            string.Join(" · ", ComparisonWords.Sides(comparison).Take(2)),
            new Axis("Ratio of the rates", "above 1: faster", AxisScale.Log, TicksAt: Ticks(ratios.Min(), ratios.Max())),
            new Axis("Cell", null, AxisScale.Linear, Names: names),
            [new Series("as fast", [new(1, -0.5), new(1, names.Count - 0.5)]) { Form = SeriesForm.Plain }, .. series],
            [
                "Whiskers are 95 % intervals from run to run, not widened for the number of cells.",
                ComparisonWords.Method(comparison),
                .. all.Count > rows.Count ? [$"{Figures.Whole(rows.Count)} of {Figures.Whole(all.Count)} cells are drawn, those that differ most."] : (string[])[],
            ],
            string.Join(" · ", comparison.Pairs.SelectMany(pair => new[] { pair.Base.RunId, pair.Other.RunId }).Distinct(StringComparer.Ordinal).Select(SafeText.Of)));
    }

    private static IEnumerable<SeriesPoint> Points(List<(ComparedPair Pair, CellComparison Cell)> rows, DifferenceVerdict verdict)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Cell.Verdict == verdict)
            {
                var ratio = rows[row].Cell.Rate.Ratio;
                yield return new SeriesPoint(ratio.Value, row, XLow: ratio.Low, XHigh: ratio.High, Flagged: rows[row].Cell.Doubts.Count > 0);
            }
        }
    }

    /// <summary>Even steps to both sides of 1; null where the ratios are too far apart for them.</summary>
    private static List<double>? Ticks(double least, double most)
    {
        // The chart shows intervals up to half as far again.
        var reach = Math.Max(most, 1 / least) - 1 + 0.1;
        if (reach > WideRatio - 1)
        {
            return null;
        }

        var step = Steps.First(step => reach / step <= MostTicks || step == Steps[^1]);
        return [.. Enumerable.Range(-MostTicks, (2 * MostTicks) + 1).Select(index => Math.Round(1 + (index * step), 3))];
    }
}
