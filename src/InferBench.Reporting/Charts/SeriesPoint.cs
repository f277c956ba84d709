namespace InferBench.Reporting.Charts;

/// <summary>A measured point with its 95 % intervals.</summary>
/// <param name="YLow">Lower end; null where there is none.</param>
/// <param name="YHigh">Upper end; null where there is none, or where it is unbounded (then the lower end is set).</param>
/// <param name="Flagged">Suspect: drawn hollow.</param>
/// <param name="Note">What is read out beside the values: which cell, how many operations, whether valid; null for nothing.</param>
public sealed record SeriesPoint(
    double X,
    double Y,
    double? YLow = null,
    double? YHigh = null,
    double? XLow = null,
    double? XHigh = null,
    bool Flagged = false,
    string? Note = null);
