namespace InferBench.Runtime.Execution;

/// <summary>How far a value is from what it should be.</summary>
/// <param name="Problem">The first thing that is outside the tolerance; null where all agrees.</param>
/// <param name="MaxAbs">Largest |a − b|; null where nothing was compared as a number.</param>
/// <param name="MaxRel">Largest |a − b| / |b| where b is not 0; null where there is none.</param>
/// <param name="SameArgMax">Whether the largest element is at the same place, or tied with it within the tolerance; null where the question has no meaning.</param>
public sealed record Agreement(string? Problem, double? MaxAbs, double? MaxRel, bool? SameArgMax)
{
    public bool Agrees => Problem is null;

    /// <summary>Of two parts of one output, what holds for both.</summary>
    public Agreement And(Agreement other) => new(
        Problem ?? other.Problem, Larger(MaxAbs, other.MaxAbs), Larger(MaxRel, other.MaxRel), SameArgMax is null ? other.SameArgMax : SameArgMax.Value && other.SameArgMax != false);

    internal static Agreement Differs(string problem) => new(problem, null, null, null);

    private static double? Larger(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
