using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>The environment of each run.</summary>
internal static class MachineEnvironmentSection
{
    public static ReportSection Of(IReadOnlyList<RunDocument> runs) => new(
        "environment",
        "Environments",
        [.. runs.Zip(MachineLabels.Of(runs), (run, machine) => (IReportBlock[])[new Subheading(machine), new FactsBlock(EnvironmentFacts.Of(run))]).SelectMany(blocks => blocks)]);
}
