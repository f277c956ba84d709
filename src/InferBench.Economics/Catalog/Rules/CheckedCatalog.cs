namespace InferBench.Economics.Catalog.Rules;

/// <summary>A catalog under the eyes of the rules.</summary>
/// <param name="Contents">The whole, the user's file over the shipped one.</param>
/// <param name="Own">The user's file alone; null where there is none.</param>
/// <param name="Today">The day for which it is to be used.</param>
internal sealed record CheckedCatalog(CatalogDocument Contents, CatalogDocument? Own, DateOnly Today)
{
    public IReadOnlyList<CatalogEntry> Entries { get; } = [.. CatalogEntries.Of(Contents)];

    /// <summary>Every fact with the entry that it belongs to.</summary>
    public IEnumerable<(CatalogEntry Entry, EntryFact Fact)> Facts => Entries.SelectMany(entry => entry.Facts.Select(fact => (entry, fact)));
}
