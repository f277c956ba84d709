namespace InferBench.Economics.Catalog.Rules;

/// <summary>A figure has a unit that is known and that measures what the figure is about.</summary>
internal sealed class UnitRule : ICatalogRule
{
    private const string Name = "unit";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from item in catalog.Facts
        let unit = CatalogUnit.Find(item.Fact.Fact.Unit)
        where unit is null || (unit.Quantity != item.Fact.Quantity && !(unit.Quantity == Quantity.Words && item.Fact.Fact.Text is not null))
        select Findings.Error(
            Name,
            item.Entry,
            item.Fact,
            item.Fact.Fact.Unit.Length == 0
                ? $"has no unit; write {CatalogUnit.NamesOf(item.Fact.Quantity)}"
                : $"'{item.Fact.Fact.Unit}' is no unit for it; write {CatalogUnit.NamesOf(item.Fact.Quantity)}");
}
