namespace InferBench.Economics.Catalog;

/// <summary>An offer that is in force, and what must be said beside it.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Warnings">Age, missing source, announced only; each one line that begins with the offer's identity.</param>
/// <param name="SupportsVerdict">False where a price is too old to decide anything.</param>
public sealed record ApiQuote(ApiOffer Offer, IReadOnlyList<string> Warnings, bool SupportsVerdict);
