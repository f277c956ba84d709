namespace InferBench.Economics.Catalog;

/// <summary>Any entry of the catalog, seen as a name and its facts.</summary>
/// <param name="Kind">What it is an entry of.</param>
/// <param name="Id">Identity.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Facts">Its facts, in the order of the files.</param>
/// <param name="EffectiveFrom">First day on which it holds; null where it was not said.</param>
/// <param name="EffectiveUntil">First day on which it no longer holds; null where no end is known.</param>
/// <param name="Status">Whether it was seen in force.</param>
public sealed record CatalogEntry(
    CatalogKind Kind,
    string Id,
    string Name,
    IReadOnlyList<EntryFact> Facts,
    DateOnly? EffectiveFrom = null,
    DateOnly? EffectiveUntil = null,
    FactStatus Status = FactStatus.Observed)
{
    public bool Overridden => Facts.Any(fact => fact.Fact.Overridden);
}
