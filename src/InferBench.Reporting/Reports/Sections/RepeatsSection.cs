using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>The spread over launches, where cells were launched several times.</summary>
internal static class RepeatsSection
{
    public static ReportSection? Of(RunDocument run) => LaunchFacts.Of(run) is { Count: > 0 } launches
        ? new("launches", "From run to run", [new FactsBlock(launches)])
        : null;
}
