namespace InferBench.Reporting.Reports.Blocks;

/// <summary>The table of cells with verdicts and reasons, which a page lets its reader sort and filter.</summary>
internal sealed record CellsBlock(ResultsTable Table) : IReportBlock;
