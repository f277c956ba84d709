using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Reports.Sections;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The report of one run.</summary>
internal static class RunReport
{
    // In order. A section that has nothing to say is null and left out.
    private static readonly IReadOnlyList<Func<RunDocument, ReportSection?>> Sections =
    [
        CostSection.Of,
        LatencySection.Of,
        FrontierSection.Of,
        RooflineSection.Of,
        EnergySection.Of,
        CellsSection.Of,
        RepeatsSection.Of,
        QualitySection.Of,
        EnvironmentSection.Of,
        DefinitionsSection.Of,
        ReproductionSection.Of,
    ];

    /// <param name="run">The run.</param>
    /// <param name="terms">What the answer must keep.</param>
    public static Report Of(RunDocument run, AnswerTerms terms) => new(
        $"InferBench · run {run.RunId}",
        [
            new Paragraph(Answer.Sentence(run, terms), ParagraphRole.Lead),
            new Paragraph(RunWords.PriceOrigin(run.Price), ParagraphRole.Muted),
            .. run.Complete ? [] : (IReportBlock[])[new Paragraph("The run was stopped before its end: cells that were not reached are marked as not run.", ParagraphRole.Warning)],
        ],
        [.. Sections.Select(section => section(run)).OfType<ReportSection>()]);
}
