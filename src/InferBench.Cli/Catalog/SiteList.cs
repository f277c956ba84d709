using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Figures about the place where machines stand.</summary>
internal static class SiteList
{
    public static CatalogList Of(PriceCatalog catalog, DateOnly day) => new(
        [new("figure"), new("value", Number: true), new("unit"), new("as of"), new("confidence"), new("what it is")],
        [.. catalog.Site.All.Select(site => Row(site, site.At(day) ?? site.Values[0]))],
        [],
        [.. catalog.Entries().Where(entry => entry.Kind == CatalogKind.Site)]);

    private static IReadOnlyList<string> Row(SiteFact site, Fact value) =>
    [
        site.Id,
        value.Text ?? CatalogWords.Figure(value.Value),
        value.Text is null ? value.Unit : "",
        value.AsOf.Text,
        CatalogWords.Of(value.Confidence),
        (site.Name ?? "") + (site.Overridden ? " (your file)" : ""),
    ];
}
