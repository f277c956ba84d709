namespace InferBench.Economics.Catalog.Rules;

/// <summary>A price ends after it has begun.</summary>
internal sealed class IntervalRule : ICatalogRule
{
    private const string Name = "interval";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from entry in catalog.Entries
        where entry.EffectiveUntil <= entry.EffectiveFrom
        select Findings.Error(Name, entry, $"effectiveUntil {Findings.Day(entry.EffectiveUntil!.Value)} is not after effectiveFrom {Findings.Day(entry.EffectiveFrom!.Value)}");
}
