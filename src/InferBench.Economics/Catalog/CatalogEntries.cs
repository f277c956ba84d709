using System.Text.Json;

namespace InferBench.Economics.Catalog;

/// <summary>Every entry of a document in one form, for what looks at all of them alike.</summary>
internal static class CatalogEntries
{
    public static IEnumerable<CatalogEntry> Of(CatalogDocument document) =>
    [
        .. document.Hardware.Select(Of),
        .. document.Cloud.Select(Of),
        .. document.Api.Select(Of),
        .. document.ApiModifiers.Select(modifier => new CatalogEntry(
            CatalogKind.ApiModifier, modifier.Id, $"{Word(modifier.Kind)} prices of {modifier.Provider}", [new("factor", modifier.Factor, Quantity.Ratio)])),
        .. document.Site.Select(Of),
        .. document.Throughput.Select(Of),
    ];

    /// <summary>The quantity that a fact about hardware must have.</summary>
    public static Quantity QuantityOf(HardwareField field) => field switch
    {
        HardwareField.Memory or HardwareField.UsableMemory => Quantity.Memory,
        HardwareField.MemoryType or HardwareField.Pcie => Quantity.Words,
        HardwareField.Bandwidth or HardwareField.LinkOneWay or HardwareField.LinkBothWays => Quantity.Bandwidth,
        HardwareField.Tdp or HardwareField.ProvisionedPower => Quantity.Power,
        >= HardwareField.ListPrice => Quantity.Price,
        _ => Quantity.MatmulRate,
    };

    /// <summary>An enumeration's value as it is written in files: <c>usable-memory</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static CatalogEntry Of(HardwareSpec device) => new(
        CatalogKind.Hardware,
        device.Id,
        device.Name ?? device.Id,
        [.. device.Facts.Select(fact => new EntryFact(Word(fact.Field), fact, QuantityOf(fact.Field)))]);

    private static CatalogEntry Of(CloudOffer offer) => new(
        CatalogKind.Cloud,
        offer.Id,
        $"an hour of {offer.Gpu} from {offer.Provider}, {offer.PlanWord}{(offer.Variant is { } variant ? $" ({variant})" : "")}",
        [.. offer.Prices.Select(price => new EntryFact("price", price, Quantity.HourlyPrice))],
        offer.EffectiveFrom,
        offer.EffectiveUntil);

    private static CatalogEntry Of(ApiOffer offer) => new(
        CatalogKind.Api,
        offer.Id,
        $"tokens of {offer.Model} from {offer.Provider}",
        [.. new (string Name, Fact? Fact)[]
        {
            ("input", offer.Input), ("output", offer.Output), ("cache-read", offer.CacheRead), ("cache-write", offer.CacheWrite), ("cache-write-hour", offer.CacheWriteHour),
        }
        .Where(price => price.Fact is not null)
        .Select(price => new EntryFact(price.Name, price.Fact!, Quantity.TokenPrice))],
        offer.EffectiveFrom,
        offer.EffectiveUntil,
        offer.Status);

    private static CatalogEntry Of(SiteFact site) => new(
        CatalogKind.Site,
        site.Id,
        site.Name ?? site.Id,
        [.. site.Values.Select(value => new EntryFact("value", value, QuantityOf(site.Id) ?? CatalogUnit.Find(value.Unit)?.Quantity ?? Quantity.Ratio))]);

    /// <summary>What a site figure measures, as shipped; null where it is one of the user's own.</summary>
    private static Quantity? QuantityOf(string site) =>
        BuiltInData.Contents.Site.FirstOrDefault(known => known.Id.Equals(site, StringComparison.OrdinalIgnoreCase)) is { Values: [var first, ..] }
            ? CatalogUnit.Find(first.Unit)?.Quantity
            : null;

    private static CatalogEntry Of(PublishedThroughput rate) => new(
        CatalogKind.Throughput,
        rate.Id,
        $"{(rate.CountsInput ? "all" : "output")} tokens of {rate.Model} in {rate.Precision} on {rate.Gpu} with {rate.Engine}, published",
        [new(rate.CountsInput ? "total-rate" : "output-rate", rate.Rate, rate.Rate.Unit == "tok/s" ? Quantity.TokenRate : Quantity.TokenRatePerGpu)]);
}
