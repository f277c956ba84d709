using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Hours of GPUs: what somebody sells first, then indices and estimates.</summary>
internal static class CloudList
{
    public static CatalogList Of(PriceCatalog catalog, string? provider, DateOnly day)
    {
        var offers = catalog.Cloud.Where(offer => provider is null || offer.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase)).ToList();
        var inForce = offers.Where(offer => offer.IsInForce(day))
            .OrderByDescending(offer => offer.IsPurchasable)
            .ThenBy(offer => offer.Gpu, StringComparer.Ordinal)
            .ThenBy(offer => offer.PriceAt(day)?.Value)
            .ToList();
        var shown = inForce.Select(offer => offer.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            [
                new("GPU"), new("provider"), new("plan"), new("from", Number: true), new("region"), new("USD/GPU-hour", Number: true), new("as of"), new("confidence"), new("remark"),
            ],
            [.. inForce.Select(offer => Row(offer, day))],
            [
                "Plans index and tco-estimate are no prices that somebody sells at.",
                .. offers.Where(offer => offer.EffectiveUntil <= day).Select(offer => $"expired, not used: {offer.Id} (until {Figures.Date(offer.EffectiveUntil!.Value)})"),
            ],
            [.. catalog.Entries().Where(entry => entry.Kind == CatalogKind.Cloud && shown.Contains(entry.Id))]);
    }

    private static IReadOnlyList<string> Row(CloudOffer offer, DateOnly day)
    {
        var price = offer.PriceAt(day);
        return
        [
            offer.Gpu,
            offer.Provider,
            offer.PlanWord + (offer.Variant is { } variant ? $" ({variant})" : ""),
            $"{Figures.Whole(offer.MinGpus)}x",
            offer.Region ?? "",
            price is null ? Figures.Missing : CatalogWords.Price(price.Value),
            price?.AsOf.Text ?? Figures.Missing,
            price is null ? Figures.Missing : CatalogWords.Of(price.Confidence),
            string.Join(", ", new[] { offer.Overridden ? "your file" : "", CatalogWords.Age(Freshness.Of(offer, day)) }.Where(word => word.Length > 0)),
        ];
    }
}
