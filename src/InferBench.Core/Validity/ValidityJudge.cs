using InferBench.Core.Metrics;
using InferBench.Core.Placement;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Core.Validity;

/// <summary>Puts every rule to a cell; the worst finding is the verdict.</summary>
public static class ValidityJudge
{
    private static readonly IReadOnlyList<IValidityRule> Rules =
    [
        new TooFewOperationsRule(),
        new IntervalTooWideRule(),
        new OutputUnstableRule(),
        new ShortOutputRule(),
        new HalfPrecisionOnCpuRule(),
        new AllocatingHarnessRule(),
        new BusyProcessorRule(),
        new DriftRule(),
        new TwoSpeedsRule(),
        new ThrottledClocksRule(),
        new SharedGpuRule(),
        new FallenNodesRule(),
    ];

    /// <param name="cell">The point of the sweep.</param>
    /// <param name="measurement">Its raw measurement.</param>
    /// <param name="metrics">Figures computed from it.</param>
    /// <param name="settings">With no null but the timeout.</param>
    /// <param name="placement">Where its session's operators ran; null where that is not known.</param>
    public static ValidityReport Judge(
        Cell cell, CellMeasurement measurement, DecoderMetrics metrics, MeasureSettings settings, NodePlacement? placement = null)
    {
        var evidence = new Evidence(cell, measurement, metrics, settings, placement);
        var findings = Rules.Select(rule => rule.Judge(evidence)).OfType<Finding>().ToList();
        return new ValidityReport(
            findings.Count == 0 ? Verdict.Valid : findings.Max(finding => finding.Verdict),
            [.. findings.Select(finding => finding.Reason)]);
    }
}
