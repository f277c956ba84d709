namespace InferBench.Economics.Catalog.Rules;

/// <summary>Names every figure that has no source, so that somebody can find one.</summary>
internal sealed class RecalledRule : ICatalogRule
{
    private const string Name = "recalled";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from item in catalog.Facts
        where item.Fact.Fact.Confidence == Confidence.Recalled
        select Findings.Note(Name, item.Entry, item.Fact, "from memory, no source was found; a result that uses it says so");
}
