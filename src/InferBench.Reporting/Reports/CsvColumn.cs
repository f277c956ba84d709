using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <param name="Name">Name with its unit, in snake case.</param>
/// <param name="Value">A cell's value: text, number, flag, or null where it is missing.</param>
internal sealed record CsvColumn(string Name, Func<RunCell, object?> Value);
