using System.Globalization;

namespace InferBench.Core.Comparison;

/// <summary>Finds each cell's partner, and says of every cell that has none why.</summary>
internal sealed class CellMatcher
{
    private const int MostDifferences = 3;

    private readonly Side _base;
    private readonly Side _other;
    private readonly ComparisonAxis _by;
    private readonly List<UncomparedCell> _notCompared = [];
    private readonly List<(CellLaunches, CellLaunches)> _matched = [];

    private CellMatcher(Side divisor, Side other, ComparisonAxis by)
    {
        (_base, _other, _by) = (divisor, other, by);
    }

    public static (IReadOnlyList<(CellLaunches Base, CellLaunches Other)> Matched, IReadOnlyList<UncomparedCell> NotCompared) Match(
        Side divisor, Side other, ComparisonAxis by)
    {
        var matcher = new CellMatcher(divisor, other, by);
        matcher.Match();
        return (matcher._matched, matcher._notCompared);
    }

    private void Match()
    {
        var left = _base.Cells.ToLookup(cell => CellMatch.Of(cell.Cell, _by));
        var right = _other.Cells.ToLookup(cell => CellMatch.Of(cell.Cell, _by));
        foreach (var cells in left)
        {
            if (!right.Contains(cells.Key))
            {
                Say(_base, cells, Nearest(cells.Key, right, _other));
            }
            else if (cells.Count() > 1 || right[cells.Key].Count() > 1)
            {
                Say(_base, cells, string.Create(CultureInfo.InvariantCulture, $"{cells.Count()} cells of {Letter(_base)} match {right[cells.Key].Count()} of {Letter(_other)}: which is meant cannot be told"));
            }
            else
            {
                Pair(cells.Single(), right[cells.Key].Single());
            }
        }

        foreach (var cells in right.Where(cells => !left.Contains(cells.Key)))
        {
            Say(_other, cells, Nearest(cells.Key, left, _base));
        }
    }

    private void Pair(CellLaunches cell, CellLaunches partner)
    {
        if (_by is ComparisonAxis.Run or ComparisonAxis.Machine && cell.Model?.Sha256 != partner.Model?.Sha256)
        {
            Say(_base, [cell], $"{Letter(_other)} has another model under this name: sha256 {Short(partner.Model?.Sha256)} instead of {Short(cell.Model?.Sha256)}");
        }
        else if (cell.Usable.Count == 0)
        {
            Say(_base, [cell], $"in {Letter(_base)} {cell.WhyNot}");
        }
        else if (partner.Usable.Count == 0)
        {
            _notCompared.Add(new UncomparedCell(Letter(_base), cell.Cell, $"in {Letter(_other)} {partner.WhyNot}", Broke: partner.Failed));
        }
        else if (cell.Inputs != partner.Inputs)
        {
            Say(_base, [cell], $"{Letter(_other)} was fed other inputs: {partner.Inputs ?? "none"} instead of {cell.Inputs ?? "none"}");
        }
        else
        {
            _matched.Add((cell, partner));
        }
    }

    private static string Nearest(CellMatch match, ILookup<CellMatch, CellLaunches> there, Side side)
    {
        // Another shape of the same model is nearer than another model of the same shape.
        var nearest = there.Select(cells => (cells.Key, Differences: match.Differences(cells.Key)))
            .MinBy(one => (one.Differences.Count, one.Key.Model == match.Model && one.Key.Precision == match.Precision ? 0 : 1)).Differences;
        return nearest is null || nearest.Count > MostDifferences
            ? $"{Letter(side)} has nothing like it"
            : $"{Letter(side)} does not have it; the nearest there differs in {string.Join(", ", nearest)}";
    }

    private void Say(Side side, IEnumerable<CellLaunches> cells, string reason) =>
        _notCompared.AddRange(cells.Select(cell => new UncomparedCell(Letter(side), cell.Cell, reason)));

    private static string Letter(Side side) => side.Info.Letter;

    private static string Short(string? sha256) => sha256 is null ? "unknown" : sha256[..Math.Min(12, sha256.Length)];
}
