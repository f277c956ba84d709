namespace InferBench.Economics.Catalog;

/// <summary>The offers of token prices on a day.</summary>
/// <param name="InForce">Offers that hold. Without an hour, each band of hours is one of them; without a prompt length, each tier.</param>
/// <param name="Expired">Offers that held once: named, and not used.</param>
/// <param name="ToCome">Offers that will hold later.</param>
public sealed record ApiQuotes(IReadOnlyList<ApiQuote> InForce, IReadOnlyList<ApiOffer> Expired, IReadOnlyList<ApiOffer> ToCome);
