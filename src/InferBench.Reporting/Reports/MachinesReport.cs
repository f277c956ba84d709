using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Reports.Sections;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The report of several runs, machines side by side.</summary>
internal static class MachinesReport
{
    /// <param name="runs">At least two.</param>
    /// <param name="terms">What the answer must keep.</param>
    public static Report Of(IReadOnlyList<RunDocument> runs, AnswerTerms terms)
    {
        var table = ResultsTable.From(runs);
        return new(
            $"InferBench · {Figures.Whole(runs.Count)} runs",
            [
                new Paragraph(MachinesAnswer.Sentence(runs, terms), ParagraphRole.Lead),
                .. MachinesAnswer.Doubt(runs) is { } doubt ? [new Paragraph(doubt, ParagraphRole.Warning)] : (IReportBlock[])[],
                .. runs.Any(run => run.Price.Assumed)
                    ? [new Paragraph("Some prices are assumptions: the table of machines says which, and where each price comes from.", ParagraphRole.Muted)]
                    : (IReportBlock[])[],
            ],
            [.. new[]
            {
                MachinesSection.Of(runs),
                CostSection.Of(runs),
                FrontierSection.Of(runs),
                CellsSection.Of(table),
                MachineEnvironmentSection.Of(runs),
                DefinitionsSection.Of(table),
                MachineReproductionSection.Of(runs),
            }.OfType<ReportSection>()]);
    }
}
