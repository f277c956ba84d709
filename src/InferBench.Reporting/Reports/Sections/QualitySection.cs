using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>What each model loses against its reference, where that was measured.</summary>
internal static class QualitySection
{
    public static ReportSection? Of(RunDocument run) => QualityFacts.Of(run) is { Count: > 0 } quality
        ? new("quality", "Quality", [new FactsBlock(quality)])
        : null;
}
