namespace InferBench.Core.Ceilings;

/// <summary>How fast a machine did one thing, measured over several rounds.</summary>
/// <param name="Kind">What it did; says the unit.</param>
/// <param name="Precision">Weight format; null where there are no weights.</param>
/// <param name="Method">How it was measured, in one line.</param>
/// <param name="BestPerSecond">
/// Best round, in bytes or operations per second: the ceiling. What disturbs a pass only ever slows it, so the fastest comes closest to what the
/// machine can do (STREAM's rule).
/// </param>
/// <param name="MedianPerSecond">Median round: how well the best one repeats.</param>
/// <param name="RelativeSpread">Largest less smallest round, as a fraction of the median.</param>
/// <param name="RoundsPerSecond">Each round's best pass.</param>
/// <param name="Passes">Passes measured, all rounds together.</param>
/// <param name="BytesPerPass">Bytes that a pass moves.</param>
/// <param name="OperationsPerPass">Operations that a pass computes; null where none count.</param>
public sealed record Ceiling(
    CeilingKind Kind,
    string? Precision,
    string Method,
    double BestPerSecond,
    double MedianPerSecond,
    double RelativeSpread,
    IReadOnlyList<double> RoundsPerSecond,
    int Passes,
    long BytesPerPass,
    double? OperationsPerPass);
