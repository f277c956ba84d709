namespace InferBench.Economics.Catalog.Rules;

/// <summary>An offer of the user's own that no longer holds is a mistake; a shipped one is named and not used.</summary>
internal sealed class ExpiredRule : ICatalogRule
{
    private const string Name = "expired";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from entry in catalog.Entries
        where entry.EffectiveUntil <= catalog.Today
        let words = $"expired on {Findings.Day(entry.EffectiveUntil!.Value)}"
        select entry.Overridden
            ? Findings.Error(Name, entry, $"{words}; give the price that holds on {Findings.Day(catalog.Today)}")
            : Findings.Note(Name, entry, $"{words} and is not used");
}
