using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>Every metric that the table shows, defined.</summary>
internal static class DefinitionsSection
{
    public static ReportSection Of(RunDocument run) => Of(ResultsTable.From(run, hideConstants: true));

    public static ReportSection Of(ResultsTable table) => new("definitions", "What the figures mean", [new FactsBlock(MetricDefinitions.Of(table))]);
}
