namespace InferBench.Economics.Catalog;

/// <summary>Puts a user's file over the shipped catalog.</summary>
internal static class OverridesMerge
{
    /// <summary>The document with each of its figures marked as the user's own.</summary>
    public static CatalogDocument Marked(CatalogDocument own) => own with
    {
        Hardware = [.. own.Hardware.Select(device => device with { Facts = [.. device.Facts.Select(fact => fact with { Overridden = true })] })],
        Cloud = [.. own.Cloud.Select(offer => offer with { Prices = Marked(offer.Prices) })],
        Api = [.. own.Api.Select(offer => offer with
        {
            Input = Marked(offer.Input),
            Output = Marked(offer.Output),
            CacheRead = Marked(offer.CacheRead),
            CacheWrite = Marked(offer.CacheWrite),
            CacheWriteHour = Marked(offer.CacheWriteHour),
        })],
        ApiModifiers = [.. own.ApiModifiers.Select(modifier => modifier with { Factor = Marked(modifier.Factor)! })],
        Site = [.. own.Site.Select(site => site with { Values = Marked(site.Values) })],
        Throughput = [.. own.Throughput.Select(rate => rate with { Rate = Marked(rate.Rate)! })],
    };

    /// <summary>The entries of both; of the same identity, the user's.</summary>
    public static CatalogDocument Over(CatalogDocument shipped, CatalogDocument own) => shipped with
    {
        Sources = Replaced(shipped.Sources, own.Sources, source => source.Id),
        Hardware = [.. shipped.Hardware.Select(device => own.Hardware.Where(other => Same(other.Id, device.Id)).Aggregate(device, WithFacts)), .. Added(shipped.Hardware, own.Hardware, device => device.Id)],
        Cloud = Replaced(shipped.Cloud, own.Cloud, offer => offer.Id),
        Api = Replaced(shipped.Api, own.Api, offer => offer.Id),
        ApiModifiers = Replaced(shipped.ApiModifiers, own.ApiModifiers, modifier => modifier.Id),
        Site = Replaced(shipped.Site, own.Site, site => site.Id),
        Throughput = Replaced(shipped.Throughput, own.Throughput, rate => rate.Id),
        Rejected = [.. shipped.Rejected, .. own.Rejected],
    };

    /// <summary>The entries of both, side by side: the shipped catalog lies in several files.</summary>
    public static CatalogDocument Joined(CatalogDocument first, CatalogDocument second) => new()
    {
        Sources = [.. first.Sources, .. second.Sources],
        Hardware = [.. first.Hardware, .. second.Hardware],
        Cloud = [.. first.Cloud, .. second.Cloud],
        Api = [.. first.Api, .. second.Api],
        ApiModifiers = [.. first.ApiModifiers, .. second.ApiModifiers],
        Site = [.. first.Site, .. second.Site],
        Throughput = [.. first.Throughput, .. second.Throughput],
        Rejected = [.. first.Rejected, .. second.Rejected],
    };

    /// <summary>Of a device the user rarely knows all: what the file states replaces those facts, the others stay.</summary>
    private static HardwareSpec WithFacts(HardwareSpec device, HardwareSpec own) => device with
    {
        Name = own.Name ?? device.Name,
        Aliases = [.. device.Aliases, .. own.Aliases],
        Facts = [.. device.Facts.Where(fact => own.Facts.All(other => other.Field != fact.Field)), .. own.Facts],
    };

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> shipped, IReadOnlyList<T> own, Func<T, string> id) =>
        [.. shipped.Select(entry => own.LastOrDefault(other => Same(id(other), id(entry))) ?? entry), .. Added(shipped, own, id)];

    private static IEnumerable<T> Added<T>(IReadOnlyList<T> shipped, IReadOnlyList<T> own, Func<T, string> id)
    {
        var known = shipped.Select(id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return own.Where(entry => !known.Contains(id(entry)));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Fact> Marked(IReadOnlyList<Fact> facts) => [.. facts.Select(fact => fact with { Overridden = true })];

    private static Fact? Marked(Fact? fact) => fact is null ? null : fact with { Overridden = true };
}
