namespace InferBench.Reporting.Reports;

/// <summary>A column of a results table.</summary>
/// <param name="Name">Header with its unit.</param>
/// <param name="Numeric">Whether values stand at the right.</param>
/// <param name="Choice">Whether readers pick rows by its values.</param>
public sealed record ResultsColumn(string Name, bool Numeric, bool Choice = false);
