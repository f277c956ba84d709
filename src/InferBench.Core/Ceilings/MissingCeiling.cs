namespace InferBench.Core.Ceilings;

/// <param name="Kind">What was not measured.</param>
/// <param name="Precision">Weight format; null where there are no weights.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record MissingCeiling(CeilingKind Kind, string? Precision, string Reason);
