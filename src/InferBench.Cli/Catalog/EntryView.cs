using InferBench.Economics.Catalog;

namespace InferBench.Cli.Catalog;

/// <summary>An entry as printed.</summary>
internal sealed record EntryView(
    CatalogKind Kind,
    string Id,
    string Name,
    bool Overridden,
    FactStatus Status,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveUntil,
    IReadOnlyList<FactView> Facts)
{
    public static EntryView Of(PriceCatalog catalog, CatalogEntry entry) => new(
        entry.Kind,
        entry.Id,
        entry.Name,
        entry.Overridden,
        entry.Status,
        entry.EffectiveFrom,
        entry.EffectiveUntil,
        [.. entry.Facts.Select(fact => FactView.Of(catalog, fact))]);
}
