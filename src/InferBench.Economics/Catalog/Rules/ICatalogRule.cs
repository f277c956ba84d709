namespace InferBench.Economics.Catalog.Rules;

/// <summary>One thing that the figures of a catalog must satisfy.</summary>
internal interface ICatalogRule
{
    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog);
}
