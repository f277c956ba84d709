using InferBench.Core.Errors;
using InferBench.Core.Runs;

namespace InferBench.Core.Comparison;

/// <summary>Compares runs, or parts of runs, cell by cell.</summary>
public static class RunComparer
{
    private const string Correction = "Holm";
    private const int MostReasons = 10;

    /// <param name="runs">The base first.</param>
    /// <param name="settings">How.</param>
    /// <exception cref="BadInputException">There are no two sides, or no cell of them is comparable: one line for each reason.</exception>
    public static RunComparison Compare(IReadOnlyList<RunDocument> runs, ComparisonSettings settings)
    {
        var pairs = Sides.Pairs(runs, settings.By).Select(pair => (pair.Base, pair.Other, Cells: CellMatcher.Match(pair.Base, pair.Other, settings.By))).ToList();
        var tests = pairs.Sum(pair => pair.Cells.Matched.Sum(cell => CellComparer.Tests(cell.Base, cell.Other).Count()));
        if (tests == 0)
        {
            throw BadInputException.Of(["compare: nothing is comparable", .. pairs.SelectMany(pair => pair.Cells.NotCompared).Take(MostReasons).Select(cell => $"  {cell.Side} {cell.Cell}: {cell.Reason}")]);
        }

        var level = ComparisonSettings.FamilyError / tests;
        List<ComparedPair> compared = [.. pairs.Select(pair => Compare(pair.Base, pair.Other, pair.Cells.Matched, pair.Cells.NotCompared, settings, level))];
        return new RunComparison(
            RunComparison.CurrentSchemaVersion, settings.By, settings.Threshold, ComparisonSettings.FamilyError, Correction, tests, Judgement.Of(compared, settings.Threshold));
    }

    private static ComparedPair Compare(
        Side divisor,
        Side other,
        IReadOnlyList<(CellLaunches Base, CellLaunches Other)> matched,
        IReadOnlyList<UncomparedCell> notCompared,
        ComparisonSettings settings,
        double level)
    {
        var spreads = new RunSpreads(settings.RunSpread, [.. divisor.Cells, .. other.Cells]);
        var comparer = new CellComparer(spreads, divisor.Run.Price, other.Run.Price, level);
        return new ComparedPair(
            divisor.Info,
            other.Info,
            [.. matched.SelectMany(cell => CellComparer.Tests(cell.Base, cell.Other).Select(metric => spreads.Of(metric, cell.Base.Cell))).Distinct()],
            [.. matched.Select(cell => comparer.Compare(cell.Base, cell.Other))],
            notCompared,
            EnvironmentDifferences.Of(divisor.Run, other.Run));
    }
}
