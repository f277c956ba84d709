namespace InferBench.Economics.Catalog.Rules;

/// <summary>Reading a prompt from the cache never costs more than reading it.</summary>
internal sealed class CacheReadRule : ICatalogRule
{
    private const string Name = "cache-read";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from offer in catalog.Contents.Api
        where offer.CacheRead?.Value > offer.Input?.Value
        select new CatalogFinding(
            Name,
            CatalogSeverity.Error,
            offer.Id,
            $"cache-read at {Findings.Figure(offer.CacheRead!.Value!.Value)} is above input at {Findings.Figure(offer.Input!.Value!.Value)}; are they exchanged?",
            offer.Overridden);
}
