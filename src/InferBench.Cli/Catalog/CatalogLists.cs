using InferBench.Core.Errors;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>The lists that the catalog can be printed as.</summary>
internal static class CatalogLists
{
    /// <summary>What can be listed.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["hardware", "cloud", "api", "site", "throughput"];

    /// <param name="catalog">The catalog.</param>
    /// <param name="kind">One of <see cref="Kinds"/>; null for an overview.</param>
    /// <param name="provider">Only offers of this provider; null for all.</param>
    /// <param name="day">Day for which prices are wanted.</param>
    /// <exception cref="BadInputException">The kind has no providers, or the provider has no offers.</exception>
    public static CatalogList Of(PriceCatalog catalog, string? kind, string? provider, DateOnly day)
    {
        if (provider is not null)
        {
            CheckProvider(catalog, kind, provider);
        }

        var list = kind switch
        {
            "hardware" => HardwareList.Of(catalog),
            "cloud" => CloudList.Of(catalog, provider, day),
            "api" => ApiList.Of(catalog, provider, day),
            "site" => SiteList.Of(catalog, day),
            "throughput" => ThroughputList.Of(catalog),
            _ => Overview(catalog),
        };
        return list with { Notes = [.. list.Notes, $"catalog {catalog.Version} on {Figures.Date(day)}"] };
    }

    private static void CheckProvider(PriceCatalog catalog, string? kind, string provider)
    {
        var known = kind switch
        {
            "cloud" => catalog.Cloud.Select(offer => offer.Provider),
            "api" => catalog.Api.Select(offer => offer.Provider),
            _ => throw new BadInputException("--provider: only lists of cloud and api have providers"),
        };
        var names = known.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (!names.Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            throw new BadInputException($"--provider: '{provider}' has no {kind} offers in the catalog; known are {string.Join(", ", names)}");
        }
    }

    private static CatalogList Overview(PriceCatalog catalog)
    {
        var entries = catalog.Entries();
        return new(
            [new("list"), new("entries", Number: true), new("facts", Number: true)],
            [
                .. from kind in Kinds
                   let listed = entries.Where(entry => Word(entry.Kind) == kind).ToList()
                   select (IReadOnlyList<string>)[kind, Figures.Whole(listed.Count), Figures.Whole(listed.Sum(entry => entry.Facts.Count))],
            ],
            ["'inferbench catalog list hardware' lists one of them, 'inferbench catalog show h100' shows an entry with its sources"],
            entries);
    }

    private static string Word(CatalogKind kind) => kind.ToString().ToLowerInvariant();
}
