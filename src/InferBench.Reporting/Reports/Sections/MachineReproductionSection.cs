using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>How each run is had again.</summary>
internal static class MachineReproductionSection
{
    public static ReportSection Of(IReadOnlyList<RunDocument> runs) => new(
        "reproduce",
        "How to reproduce",
        [
            .. runs.SelectMany(run => (IReportBlock[])[new Subheading($"Run {run.RunId}"), new CodeBlock(Reproduction.Command(run)), new FactsBlock(Reproduction.Facts(run))]),
        ]);
}
