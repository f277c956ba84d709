using System.Globalization;

namespace InferBench.Economics.Catalog;

/// <summary>Which price holds, with what must be said beside it: a figure without a source or too old for a verdict is never used silently.</summary>
public static class PriceLookup
{
    /// <summary>What somebody sells an hour of a device for on a day, cheapest first. Indices and TCO estimates are not among them.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="device">Id of the device.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<CloudQuote> CloudQuotes(this PriceCatalog catalog, string device, DateOnly day) =>
    [
        .. catalog.Cloud
            .Where(offer => offer.IsPurchasable && offer.IsInForce(day) && offer.Gpu.Equals(device, StringComparison.OrdinalIgnoreCase))
            .Select(offer => Quote(offer, day))
            .OfType<CloudQuote>()
            .OrderBy(quote => quote.UsdPerGpuHour),
    ];

    /// <summary>The offer that stands in for a device where nobody gave a price: the user's own default before the shipped one; null where there is none.</summary>
    public static CloudQuote? DefaultQuote(this PriceCatalog catalog, string device, DateOnly day) => catalog.CloudQuotes(device, day)
        .Where(quote => quote.Offer.Default is true)
        .OrderByDescending(quote => quote.Offer.Overridden)
        .FirstOrDefault();

    /// <summary>The token prices that hold at a moment, of all providers.</summary>
    public static ApiQuotes ApiQuotes(this PriceCatalog catalog, PriceMoment moment)
    {
        var meant = catalog.Api.Where(moment.IsIn).ToList();
        return new(
            [.. meant.Where(offer => offer.IsInForce(moment.Day)).Select(offer => Quote(offer, moment.Day))],
            [.. meant.Where(offer => offer.EffectiveUntil <= moment.Day)],
            [.. meant.Where(offer => offer.EffectiveFrom > moment.Day)]);
    }

    /// <summary>Null where no price of the offer can be used.</summary>
    private static CloudQuote? Quote(CloudOffer offer, DateOnly day)
    {
        if (offer.PriceAt(day) is not { } price)
        {
            return null;
        }

        var freshness = Freshness.Of(offer, day);
        return new(offer, price, Warnings(offer.Id, freshness, [price]), freshness.SupportsVerdict);
    }

    private static ApiQuote Quote(ApiOffer offer, DateOnly day)
    {
        var freshness = Freshness.Of(offer, day);
        var warnings = Warnings(offer.Id, freshness, offer.Prices);
        return new(
            offer,
            offer.Status == FactStatus.Announced
                ? [.. warnings, string.Create(CultureInfo.InvariantCulture, $"{offer.Id} was announced for {offer.EffectiveFrom:yyyy-MM-dd} and not yet seen in force")]
                : warnings,
            freshness.SupportsVerdict);
    }

    private static IReadOnlyList<string> Warnings(string id, Freshness freshness, IEnumerable<Fact> prices)
    {
        var warnings = new List<string>();
        if (freshness.Warning is { } old)
        {
            warnings.Add($"{id} {old}");
        }

        if (prices.Any(price => price.Confidence == Confidence.Recalled))
        {
            warnings.Add($"{id} has no source: it is from memory");
        }
        else if (prices.Any(price => price.Confidence == Confidence.Low))
        {
            warnings.Add($"{id} has low confidence");
        }

        return warnings;
    }
}
