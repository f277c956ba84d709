namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A table whose first column names its rows.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Columns with their units.</param>
/// <param name="Rows">Each with one value for each column.</param>
internal sealed record TableBlock(string Caption, IReadOnlyList<ResultsColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : IReportBlock;
