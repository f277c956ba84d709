namespace InferBench.Economics.Prices;

/// <summary>A price of one GPU that somebody listed.</summary>
/// <param name="NameWords">Words that the driver's product name must all contain.</param>
/// <param name="UsdPerHour">US dollars per GPU-hour.</param>
/// <param name="Listing">Who listed it, and on which terms.</param>
/// <param name="AsOf">Day on which it was seen.</param>
internal sealed record GpuListPrice(IReadOnlyList<string> NameWords, double UsdPerHour, string Listing, DateOnly AsOf);
