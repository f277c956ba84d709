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
        new MemorySpeedRule(),
        new DriftRule(),
        new TwoSpeedsRule(),
        new ThrottledClocksRule(),
        new SharedGpuRule(),
        new FallenNodesRule(),
    ];

    public static ValidityReport Judge(Cell cell, CellMeasurement measurement, DecoderMetrics metrics, MeasureSettings settings, NodePlacement? placement = null) =>
        Judge(new Evidence(cell, measurement, metrics.Operations, metrics.OutputTokensPerSecond, settings, placement));

    public static ValidityReport Judge(Cell cell, CellMeasurement measurement, ItemMetrics metrics, MeasureSettings settings, NodePlacement? placement = null) =>
        Judge(new Evidence(cell, measurement, metrics.Operations, metrics.ItemsPerSecond, settings, placement));

    private static ValidityReport Judge(Evidence evidence)
    {
        var findings = Rules.Select(rule => rule.Judge(evidence)).OfType<Finding>().ToList();
        return new ValidityReport(
            findings.Count == 0 ? Verdict.Valid : findings.Max(finding => finding.Verdict),
            [.. findings.Select(finding => finding.Reason)]);
    }
}
