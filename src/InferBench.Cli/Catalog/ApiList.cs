using System.Globalization;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Token prices that hold on a day, and those to come.</summary>
internal static class ApiList
{
    public static CatalogList Of(PriceCatalog catalog, string? provider, DateOnly day)
    {
        var quotes = catalog.ApiQuotes(new PriceMoment(day));
        bool IsMeant(ApiOffer offer) => provider is null || offer.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase);
        var inForce = quotes.InForce.Select(quote => quote.Offer).Where(IsMeant)
            .OrderBy(offer => offer.Provider, StringComparer.Ordinal).ThenBy(offer => offer.Model, StringComparer.Ordinal).ThenBy(offer => offer.Context?.MinInputTokens)
            .ToList();
        var shown = inForce.Select(offer => offer.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            [
                new("provider"), new("model"), new("for"), new("input", Number: true), new("output", Number: true), new("cache read", Number: true), new("weights"),
                new("as of"), new("confidence"), new("remark"),
            ],
            [.. inForce.Select(offer => Row(offer, day))],
            [
                "USD for a million tokens. Tokenizers differ by up to a third, so prices of different models are not for the same text.",
                .. quotes.ToCome.Where(IsMeant).Select(offer => $"to come: {offer.Id} {Prices(offer)}"),
                .. quotes.Expired.Where(IsMeant).Select(offer => $"expired, not used: {offer.Id} {Prices(offer)} (until {Figures.Date(offer.EffectiveUntil!.Value)})"),
            ],
            [.. catalog.Entries().Where(entry => entry.Kind == CatalogKind.Api && shown.Contains(entry.Id))]);
    }

    private static IReadOnlyList<string> Row(ApiOffer offer, DateOnly day)
    {
        var prices = offer.Prices.ToList();
        return
        [
            offer.Provider,
            offer.Model,
            string.Join(", ", new[] { Tier(offer.Context), offer.Hours is null ? "" : offer.Hours.Outside ? "off-peak" : "peak" }.Where(word => word.Length > 0)),
            CatalogWords.Price(offer.Input?.Value),
            CatalogWords.Price(offer.Output?.Value),
            CatalogWords.Price(offer.CacheRead?.Value),
            offer.OpenWeights ? "open" : "",
            prices.MinBy(price => price.AsOf.Earliest)?.AsOf.Text ?? Figures.Missing,
            prices.Count == 0 ? Figures.Missing : CatalogWords.Of(prices.Max(price => price.Confidence)),
            string.Join(", ", new[] { offer.Overridden ? "your file" : "", CatalogWords.Age(Freshness.Of(offer, day)) }.Where(word => word.Length > 0)),
        ];
    }

    private static string Tier(ContextTier? tier) => tier switch
    {
        { MaxInputTokens: { } most } => string.Create(CultureInfo.InvariantCulture, $"up to {most:#,0} in"),
        { MinInputTokens: { } least } => string.Create(CultureInfo.InvariantCulture, $"from {least:#,0} in"),
        _ => "",
    };

    private static string Prices(ApiOffer offer) => $"{CatalogWords.Price(offer.Input?.Value)} in, {CatalogWords.Price(offer.Output?.Value)} out";
}
