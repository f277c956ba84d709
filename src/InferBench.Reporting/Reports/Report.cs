using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Reports.Sections;

namespace InferBench.Reporting.Reports;

/// <summary>A report, apart from the format that it is written in.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Opening">The answer and what stands directly under it.</param>
/// <param name="Sections">In order.</param>
internal sealed record Report(string Title, IReadOnlyList<IReportBlock> Opening, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Every chart, in the order of the report.</summary>
    public IEnumerable<Chart> Charts => Sections.SelectMany(section => section.Blocks).OfType<ChartBlock>().Select(block => block.Chart);
}
