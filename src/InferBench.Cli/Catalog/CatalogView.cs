using InferBench.Economics.Catalog;

namespace InferBench.Cli.Catalog;

/// <summary>Entries of the catalog as printed.</summary>
/// <param name="CatalogVersion">Version of the catalog.</param>
/// <param name="Day">Day for which prices are wanted.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Rejected">Figures in circulation that are not used; null where none was asked for.</param>
internal sealed record CatalogView(string CatalogVersion, DateOnly Day, IReadOnlyList<EntryView> Entries, IReadOnlyList<RejectedFigure>? Rejected)
{
    public static CatalogView Of(PriceCatalog catalog, DateOnly day, IEnumerable<CatalogEntry> entries, IReadOnlyList<RejectedFigure>? rejected = null) =>
        new(catalog.Version, day, [.. entries.Select(entry => EntryView.Of(catalog, entry))], rejected);
}
