namespace InferBench.Economics.Catalog.Rules;

/// <summary>A price, a site figure or a rate has a value. Only of a device can it be known that it lacks something.</summary>
internal sealed class ValueRule : ICatalogRule
{
    private const string Name = "value";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
    [
        .. from item in catalog.Facts
           where item.Entry.Kind != CatalogKind.Hardware && item.Fact.Fact is { Value: null, Text: null }
           select Findings.Error(Name, item.Entry, item.Fact, "has no value"),
        .. from entry in CatalogEntries.Of(catalog.Own ?? catalog.Contents)
           where entry.Kind != CatalogKind.Hardware && entry.Facts.Count == 0
           select Findings.Error(Name, entry, "has no price") with { Overridden = catalog.Own is not null },
    ];
}
