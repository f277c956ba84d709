using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <param name="Column">How it is headed.</param>
/// <param name="Text">A cell's value.</param>
/// <param name="IsPlanned">Part of what was to be measured, not of how it went.</param>
/// <param name="OnlyWhereItVaries">Of no interest where all cells agree.</param>
/// <param name="OnlyWhereKnown">Left out of runs in which no cell has a value.</param>
internal sealed record ResultsField(ResultsColumn Column, Func<RunCell, string> Text, bool IsPlanned = false, bool OnlyWhereItVaries = false, bool OnlyWhereKnown = false);
