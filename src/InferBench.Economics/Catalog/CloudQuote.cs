namespace InferBench.Economics.Catalog;

/// <summary>An offer with the price that it has on a day, and what must be said beside it.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Price">The price last seen by that day.</param>
/// <param name="Warnings">Age, missing source, low confidence; each one line that begins with the offer's identity.</param>
/// <param name="SupportsVerdict">False where the price is too old to decide anything.</param>
public sealed record CloudQuote(CloudOffer Offer, Fact Price, IReadOnlyList<string> Warnings, bool SupportsVerdict)
{
    public double UsdPerGpuHour => Price.Value!.Value;
}
