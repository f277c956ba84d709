using InferBench.Reporting.Reports.Blocks;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>A part of a report under one heading, the same in every format.</summary>
/// <param name="Id">Where links lead: lower-case letters and dashes, unique in the report.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Blocks">In order; at least one.</param>
internal sealed record ReportSection(string Id, string Heading, IReadOnlyList<IReportBlock> Blocks);
