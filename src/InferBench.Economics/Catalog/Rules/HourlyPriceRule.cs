namespace InferBench.Economics.Catalog.Rules;

/// <summary>An hour of a GPU costs between 5 cents and 15 dollars; beyond it, the price is that of a node, a month, or mistyped.</summary>
internal sealed class HourlyPriceRule : ICatalogRule
{
    private const string Name = "hourly-price";
    private const double Least = 0.05;
    private const double Most = 15;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from item in catalog.Facts
        where item.Entry.Kind == CatalogKind.Cloud && item.Fact.Fact.Value is >= 0 and (< Least or > Most)
        select Findings.Error(
            Name,
            item.Entry,
            item.Fact,
            $"{Findings.Figure(item.Fact.Fact.Value!.Value)} USD for an hour of one GPU is outside {Findings.Figure(Least)} to {Findings.Figure(Most)}; is it the price of a node or a month?");
}
