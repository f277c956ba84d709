using System.Globalization;
using InferBench.Core.Plans;

namespace InferBench.Core.Comparison;

/// <summary>
/// Run-to-run spread where a cell's own launches do not tell it: from all cells of either side that have several, else the default, since the interval
/// within a run is smaller than the spread from run to run.
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

    /// <summary>Chosen, not measured: what stays from run to run where operations hardly vary within one.</summary>
    private const double DefaultDeviation = 0.05;

    /// <summary>
    /// In 44 runs of llama-15m (prompt 64, gen 32, batch 1, 2, 4, fp32 and int8) on two shared cores, the rate's standard deviation from run to run was 1.2 to 2.4
    /// times its standard error within a run in the 12 quietest runs of each cell; with others at work beside it, 3.8 to 7.3 times over all 44, and such cells are
    /// suspect. Users of guidellm report 1.8 to 3.2 (vllm-project/guidellm issue 243).
    /// </summary>
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
