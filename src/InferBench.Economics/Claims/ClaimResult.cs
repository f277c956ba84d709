namespace InferBench.Economics.Claims;

/// <summary>A claim, recomputed.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Heard">Where it is in circulation.</param>
/// <param name="Lines">The arithmetic, line by line.</param>
/// <param name="Verdict">What comes out of it.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Flips">Under which utilization, price or comparison the verdict would be another.</param>
/// <param name="Warnings">What must be said beside the prices.</param>
public sealed record ClaimResult(
    string Name,
    string Statement,
    string Heard,
    IReadOnlyList<ClaimLine> Lines,
    ClaimVerdict Verdict,
    string Reason,
    IReadOnlyList<string> Flips,
    IReadOnlyList<string> Warnings);
