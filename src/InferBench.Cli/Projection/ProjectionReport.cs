using InferBench.Economics.Projection;

namespace InferBench.Cli.Projection;

/// <summary>A projection with what it rests on; <c>label</c> is <c>projected</c> in every one.</summary>
internal sealed record ProjectionReport(
    string Label,
    string Run,
    string Target,
    double TargetBandwidthBytesPerSecond,
    IReadOnlyList<string> TargetBasis,
    IReadOnlyList<CriticalBatch> CriticalBatches,
    IReadOnlyList<ProjectedCell> Cells,
    IReadOnlyList<SkippedCell> Skipped,
    string? CheckedAgainst,
    IReadOnlyList<CheckedCell>? Checked,
    ProjectionError? TpotError,
    ProjectionError? TtftError,
    IReadOnlyList<string> Published,
    IReadOnlyList<string> Assumptions,
    string CatalogVersion);
