namespace InferBench.Economics.Projection;

/// <summary>A run, projected to another machine.</summary>
/// <param name="Target">The machine.</param>
/// <param name="Cells">Its cells there.</param>
/// <param name="Skipped">Cells that were not projected.</param>
/// <param name="Checked">Cells that were measured there too; null where no other run was given.</param>
/// <param name="TpotError">Over the checked cells; null of none.</param>
/// <param name="TtftError">The same of TTFT.</param>
/// <param name="Assumptions">What is taken to hold, in sentences.</param>
public sealed record ProjectionAnswer(
    ProjectionTarget Target,
    IReadOnlyList<ProjectedCell> Cells,
    IReadOnlyList<SkippedCell> Skipped,
    IReadOnlyList<CheckedCell>? Checked,
    ProjectionError? TpotError,
    ProjectionError? TtftError,
    IReadOnlyList<string> Assumptions);
