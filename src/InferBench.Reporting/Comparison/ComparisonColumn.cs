using InferBench.Core.Comparison;

namespace InferBench.Reporting.Comparison;

/// <param name="Name">What it shows, with its unit.</param>
/// <param name="Numeric">Whether it is set to the right.</param>
/// <param name="Screen">Whether a screen shows it.</param>
/// <param name="Document">Whether a document shows it.</param>
/// <param name="Value">A cell's value; a dash where there is none.</param>
internal sealed record ComparisonColumn(string Name, bool Numeric, bool Screen, bool Document, Func<CellComparison, string> Value);
