using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>The machine and the run.</summary>
internal static class EnvironmentSection
{
    public static ReportSection Of(RunDocument run) => new("environment", "Environment", [new FactsBlock(EnvironmentFacts.Of(run))]);
}
