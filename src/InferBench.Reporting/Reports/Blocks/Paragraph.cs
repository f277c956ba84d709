namespace InferBench.Reporting.Reports.Blocks;

/// <param name="Text">One paragraph.</param>
/// <param name="Role">How loud it is.</param>
internal sealed record Paragraph(string Text, ParagraphRole Role = ParagraphRole.Plain) : IReportBlock;
