using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Runs;

namespace InferBench.Core.Comparison;

/// <summary>Who is set against whom.</summary>
internal static class Sides
{
    private const string BasePrecision = "fp32";

    /// <summary>Runs and machines: each against the first. Precisions and models: within each run, each against fp32, or the first.</summary>
    /// <exception cref="BadInputException">There are no two sides.</exception>
    public static IReadOnlyList<(Side Base, Side Other)> Pairs(IReadOnlyList<RunDocument> runs, ComparisonAxis by)
    {
        if (by is ComparisonAxis.Run or ComparisonAxis.Machine)
        {
            if (runs.Count < 2)
            {
                throw new BadInputException("compare: give two runs or more, or one with --by precision or --by model");
            }

            Side[] sides = [.. runs.Select((run, index) => new Side(Letter(index), run, null, run.Cells))];
            return [.. sides.Skip(1).Select(other => (sides[0], other))];
        }

        var pairs = new List<(Side, Side)>();
        var letters = 0;
        foreach (var run in runs)
        {
            Side[] parts =
            [
                .. run.Cells.GroupBy(cell => by == ComparisonAxis.Precision ? cell.Cell.Precision : cell.Cell.Model, StringComparer.Ordinal)
                    .OrderBy(part => by == ComparisonAxis.Precision && part.Key == BasePrecision ? 0 : 1)
                    .Select(part => new Side(Letter(letters++), run, part.Key, part)),
            ];
            pairs.AddRange(parts.Skip(1).Select(other => (parts[0], other)));
        }

        return pairs.Count > 0
            ? pairs
            : throw new BadInputException(
                $"compare: {string.Join(", ", runs.Select(run => run.RunId))}: there is one {(by == ComparisonAxis.Precision ? "precision" : "model")} only, and nothing to compare it with");
    }

    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : string.Create(CultureInfo.InvariantCulture, $"S{index + 1}");
}
