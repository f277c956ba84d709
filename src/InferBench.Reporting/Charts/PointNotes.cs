using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>What is read out beside a point: its batch, how many operations it rests on, and whether they can be trusted.</summary>
internal sealed class PointNotes
{
    private const int LongestReason = 160;

    private readonly ILookup<Cell, RunCell> _launches;

    public PointNotes(RunDocument run)
    {
        _launches = run.Cells.Where(cell => cell.Rate is not null).ToLookup(cell => cell.Cell with { Launch = 1 });
    }

    /// <param name="cell">The point's cell; its launches are one point.</param>
    public string Of(Cell cell)
    {
        var launches = _launches[cell with { Launch = 1 }].ToList();
        var operations = launches.Sum(launch => launch.Metrics?.Operations ?? launch.Items?.Operations ?? 0);
        var worst = launches.MaxBy(launch => launch.Validity?.Verdict ?? Core.Validity.Verdict.Suspect)!;
        var reason = worst.Validity?.Reasons.FirstOrDefault() is { } why ? $": {SafeText.Shortened(why, LongestReason)}" : "";
        return $"batch {Figures.Whole(cell.Batch)} · n {Figures.Whole(operations)}{(launches.Count > 1 ? $" in {Figures.Whole(launches.Count)} launches" : "")} · {CellReasons.Verdict(worst)}{reason}";
    }
}
