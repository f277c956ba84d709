namespace InferBench.Economics.Catalog.Rules;

/// <summary>A million input or output tokens cost between a tenth of a cent and a thousand dollars; beyond it, the price is that of a token or a thousand.</summary>
internal sealed class TokenPriceRule : ICatalogRule
{
    private const string Name = "token-price";
    private const double Least = 0.001;
    private const double Most = 1000;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from item in catalog.Facts
        where item.Entry.Kind == CatalogKind.Api && item.Fact.Name is "input" or "output"
        where item.Fact.Fact.Value is > 0 and (< Least or > Most)
        select Findings.Error(
            Name,
            item.Entry,
            item.Fact,
            $"{Findings.Figure(item.Fact.Fact.Value!.Value)} USD for a million tokens is outside {Findings.Figure(Least)} to {Findings.Figure(Most)}; is it the price of one token or of a thousand?");
}
