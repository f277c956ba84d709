using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Reports.Sections;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The report of one run.</summary>
internal static class RunReport
{
    /// <param name="run">The run.</param>
    /// <param name="terms">What the answer must keep.</param>
    public static Report Of(RunDocument run, AnswerTerms terms)
    {
        var cost = RunCost.Of(run);
        return new(
            $"InferBench · run {run.RunId}",
            [
                new Paragraph(Answer.Sentence(run, terms), ParagraphRole.Lead),
                .. ApiAnswer.Sentence(cost) is { } apis ? [new Paragraph(apis)] : (IReportBlock[])[],
                new Paragraph(RunWords.PriceOrigin(run.Price), ParagraphRole.Muted),
                .. RunWords.Repriced(run) is { } repriced ? [new Paragraph(repriced, ParagraphRole.Muted)] : (IReportBlock[])[],
                .. run.Complete ? [] : (IReportBlock[])[new Paragraph("The run was stopped before its end: cells that were not reached are marked as not run.", ParagraphRole.Warning)],
            ],
            [
                // In order. A section that has nothing to say is null and left out.
                .. new[]
                {
                    CostSection.Of(run),
                    BreakEvenSection.Of(run, cost),
                    LatencySection.Of(run),
                    FrontierSection.Of(run),
                    RooflineSection.Of(run),
                    DeviceTimeSection.Of(run),
                    EnergySection.Of(run),
                    CellsSection.Of(run),
                    BreakdownSection.Of(cost),
                    RepeatsSection.Of(run),
                    QualitySection.Of(run),
                    SessionsSection.Of(run),
                    EnvironmentSection.Of(run),
                    DefinitionsSection.Of(run),
                    ReproductionSection.Of(run),
                }.OfType<ReportSection>(),
            ]);
    }
}
