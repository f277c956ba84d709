using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Reporting.Reports;

/// <summary>
/// Output rate, or item rate, over that of the fp32 cell that differs in nothing else. Only cells that were measured and not judged invalid take part,
/// on either side.
/// </summary>
internal sealed class Speedups
{
    private const string Reference = "fp32";

    private readonly Dictionary<Cell, double> _references = [];

    public static Speedups From(RunDocument run)
    {
        var speedups = new Speedups();
        foreach (var cell in run.Cells.Where(cell => cell.Cell.Precision == Reference))
        {
            if (Rate(cell) is { } rate)
            {
                speedups._references.TryAdd(cell.Cell, rate);
            }
        }

        return speedups;
    }

    public double? Of(RunCell cell) =>
        Rate(cell) is { } rate && _references.TryGetValue(cell.Cell with { Precision = Reference }, out var reference) ? rate / reference : null;

    private static double? Rate(RunCell cell) =>
        cell.Status == CellStatus.Measured
        && (cell.Metrics?.OutputTokensPerSecond ?? cell.Items?.ItemsPerSecond) is { Value: > 0 and var rate }
        && cell.Validity?.Verdict != Verdict.Invalid
            ? rate
            : null;
}
