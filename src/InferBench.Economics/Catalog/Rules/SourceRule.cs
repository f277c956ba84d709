namespace InferBench.Economics.Catalog.Rules;

/// <summary>Every figure says where it comes from; the shipped ones name a source of the list, a user may write words.</summary>
internal sealed class SourceRule : ICatalogRule
{
    private const string Name = "source";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        var known = catalog.Contents.Sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        return
            from item in catalog.Facts
            let source = item.Fact.Fact.Source
            where string.IsNullOrWhiteSpace(source) || (!item.Fact.Fact.Overridden && !known.Contains(source))
            select Findings.Error(
                Name,
                item.Entry,
                item.Fact,
                string.IsNullOrWhiteSpace(source) ? "has no source; say where the figure comes from, such as \"own quote\"" : $"source '{source}' is not in the list of sources");
    }
}
