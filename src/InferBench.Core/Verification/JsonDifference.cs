namespace InferBench.Core.Verification;

/// <param name="Path">Where, such as <c>cells[3].metrics.ttftNs.p50</c>.</param>
/// <param name="Stored">What the document says there.</param>
/// <param name="Computed">What follows from the rest.</param>
internal sealed record JsonDifference(string Path, string Stored, string Computed);
