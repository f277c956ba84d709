using InferBench.Core.Comparison;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Comparison;

/// <summary>A pair's cells as a table.</summary>
/// <param name="Columns">Names, and whether each is set to the right.</param>
/// <param name="Rows">One for each cell, in the order of the base.</param>
public sealed record ComparisonTable(IReadOnlyList<(string Name, bool Numeric)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <param name="pair">The pair.</param>
    /// <param name="by">What sets its sides apart.</param>
    /// <param name="narrow">Only what a screen has room for.</param>
    public static ComparisonTable Of(ComparedPair pair, ComparisonAxis by, bool narrow)
    {
        var columns = All(pair, by)
            .Where(column => narrow ? column.Screen : column.Document)
            .Where(column => pair.Cells.Any(cell => column.Value(cell) != Figures.Missing))
            .ToList();
        return new ComparisonTable(
            [.. columns.Select(column => (column.Name, column.Numeric))],
            [.. pair.Cells.Select(cell => (IReadOnlyList<string>)[.. columns.Select(column => column.Value(cell))])]);
    }

    private static IEnumerable<ComparisonColumn> All(ComparedPair pair, ComparisonAxis by)
    {
        var (left, right) = (pair.Base.Letter, pair.Other.Letter);
        var over = $"{right}/{left}";
        var units = string.Join(" or ", pair.Cells.Select(cell => ComparisonWords.Unit(cell.Cell)).Distinct());
        return
        [
            new("cell", Numeric: false, Screen: true, Document: true, cell => ComparisonWords.Name(cell, by)),
            new($"{left} {units}", Numeric: true, Screen: true, Document: true, cell => Figures.Number(cell.Rate.Base)),
            new($"{right} {units}", Numeric: true, Screen: true, Document: true, cell => Figures.Number(cell.Rate.Other)),
            new($"rate {over}", Numeric: true, Screen: true, Document: true, cell => ComparisonWords.Ratio(cell.Rate.Ratio)),
            Plain(ComparedMetric.Ttft, over),
            Plain(ComparedMetric.Tpot, over),
            Full(ComparedMetric.Ttft, over),
            Full(ComparedMetric.Tpot, over),
            Full(ComparedMetric.E2e, over),
            Full(ComparedMetric.UsdPerMillion, over),
            Full(ComparedMetric.Joules, over),
            new("launches", Numeric: true, Screen: false, Document: true, cell => $"{Figures.Whole(cell.Launches)}, {Figures.Whole(cell.OtherLaunches)}"),
            new("rate found from", Numeric: true, Screen: true, Document: true, cell => cell.Rate.SmallestDifference is { } smallest ? "±" + Figures.Percent(smallest) : Figures.Missing),
            new("verdict", Numeric: false, Screen: true, Document: true, ComparisonWords.Verdict),
        ];
    }

    private static ComparisonColumn Plain(ComparedMetric metric, string over) => new(
        $"{ComparisonWords.Metric(metric)} {over}", Numeric: true, Screen: true, Document: false, cell => Figures.Number(cell.Find(metric)?.Ratio.Value));

    private static ComparisonColumn Full(ComparedMetric metric, string over) => new(
        $"{ComparisonWords.Metric(metric)} {over} (95 %)", Numeric: true, Screen: false, Document: true, cell => ComparisonWords.Ratio(cell.Find(metric)?.Ratio));
}
