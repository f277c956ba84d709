using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;

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

    /// <summary>With its interval where the document has one.</summary>
    public Estimate? Of(RunCell cell) =>
        cell.Speedup?.Ratio
        ?? (Rate(cell) is { } rate && _references.TryGetValue(cell.Cell with { Precision = Reference }, out var reference)
            ? new Estimate(rate / reference, null, null)
            : null);

    private static double? Rate(RunCell cell) => cell.IsUsable ? cell.Rate!.Value : null;
}
