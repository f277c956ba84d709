using System.Globalization;
using InferBench.Core.Plans;

namespace InferBench.Core.Comparison;

/// <summary>
/// Run-to-run spread where a cell's own launches do not tell it: from all cells of either side that have several, else the default. The interval within a run
/// says nothing about it: it is smaller than the spread from run to run by a factor of two or three, and on a shared machine by more.
/// </summary>
internal sealed class RunSpreads
{
    /// <summary>
    /// How much the spread of all cells says about one of them, counted in launches. Cells differ in their spread: a scaled χ² with four degrees of freedom lets
    /// one in twenty stray 2.4 times as far as all of them together.
    /// </summary>
    public const double Freedom = 4;

    /// <summary>Below this many degrees of freedom, launches say less about the spread than the default does.</summary>
    private const int LeastFreedom = 4;

    private const double DefaultDeviation = 0.05;

    private const double DefaultWithinFactor = 3;

    private const string DefaultSource = "a default with three times the standard error within the launch, because no cell has several launches: --launches 5 on both sides finds far smaller differences";

    private readonly Dictionary<(ComparedMetric Metric, string Provider), RunSpread> _known = [];
    private readonly double? _given;

    /// <param name="given">What the person says; null for what is known.</param>
    /// <param name="cells">Launches of every cell of both sides.</param>
    public RunSpreads(double? given, IReadOnlyList<CellLaunches> cells)
    {
        _given = given;
        foreach (var metric in Enum.GetValues<ComparedMetric>())
        {
            foreach (var provider in cells.GroupBy(cell => cell.Cell.Provider, StringComparer.Ordinal))
            {
                var shown = provider.Select(cell => cell.Readings(metric)).Where(launches => launches.Count > 1).Select(LogMean.SpreadOf).ToList();
                if (shown.Sum(spread => spread.DegreesOfFreedom) is >= LeastFreedom and var freedom)
                {
                    _known[(metric, provider.Key)] = new RunSpread(
                        metric,
                        provider.Key,
                        Math.Sqrt(shown.Sum(spread => spread.Squares) / freedom),
                        string.Create(CultureInfo.InvariantCulture, $"the launches of {shown.Count} cells, with {freedom} degrees of freedom"));
                }
            }
        }
    }

    public RunSpread Of(ComparedMetric metric, Cell cell) =>
        _given is { } given ? new RunSpread(metric, cell.Provider, given, "given with the comparison")
        : _known.GetValueOrDefault((metric, cell.Provider)) ?? new RunSpread(metric, cell.Provider, DefaultDeviation, DefaultSource, DefaultWithinFactor);

    /// <summary>Whether launches of this provider show it.</summary>
    public bool IsMeasured(ComparedMetric metric, Cell cell) => _known.ContainsKey((metric, cell.Provider));
}
