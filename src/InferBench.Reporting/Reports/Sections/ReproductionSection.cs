using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>The command, versions, seed and hashes.</summary>
internal static class ReproductionSection
{
    public static ReportSection Of(RunDocument run) => new("reproduce", "How to reproduce", [new CodeBlock(Reproduction.Command(run)), new FactsBlock(Reproduction.Facts(run))]);
}
