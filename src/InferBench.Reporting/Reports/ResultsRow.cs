using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <summary>A cell as shown.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Values">One for each column.</param>
/// <param name="Reasons">Why it is not valid, or what went wrong; empty for a valid cell.</param>
public sealed record ResultsRow(RunCell Cell, IReadOnlyList<string> Values, IReadOnlyList<string> Reasons);
