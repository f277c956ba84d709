namespace InferBench.Economics.Catalog.Rules;

/// <summary>Each identity occurs once in a file: of two, nobody could say which one is in force.</summary>
internal sealed class DuplicateRule : ICatalogRule
{
    private const string Name = "duplicate";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
    [
        .. CatalogEntries.Of(catalog.Own ?? catalog.Contents)
            .GroupBy(entry => (entry.Kind, Id: entry.Id.ToLowerInvariant()))
            .Where(group => group.Count() > 1)
            .Select(group => Findings.Error(Name, group.First(), $"stands {group.Count()} times in the file; keep one") with { Overridden = catalog.Own is not null }),
    ];
}
