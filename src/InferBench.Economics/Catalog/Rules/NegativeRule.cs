namespace InferBench.Economics.Catalog.Rules;

/// <summary>Nothing in the catalog is below zero.</summary>
internal sealed class NegativeRule : ICatalogRule
{
    private const string Name = "negative";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from item in catalog.Facts
        where item.Fact.Fact.Value < 0
        select Findings.Error(Name, item.Entry, item.Fact, $"{Findings.Figure(item.Fact.Fact.Value!.Value)} {item.Fact.Fact.Unit} is negative");
}
