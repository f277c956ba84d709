namespace InferBench.Economics.Catalog.Rules;

/// <summary>Where a price moves by more than 40 % from one sighting to the next, a second source should have seen it.</summary>
internal sealed class PriceJumpRule : ICatalogRule
{
    private const string Name = "price-jump";
    private const double Most = 0.40;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        var hours =
            from offer in catalog.Contents.Cloud
            select (offer.Id, offer.Overridden, Prices: offer.Prices.Where(price => price.IsUsable).OrderBy(price => price.AsOf.Earliest).ToList());
        var tokens =
            from series in catalog.Contents.Api.GroupBy(offer => (offer.ModelId, offer.Context, offer.Hours?.Outside))
            let ordered = series.OrderBy(offer => offer.EffectiveFrom).ToList()
            select (ordered[^1].Id, ordered[^1].Overridden, Prices: ordered.Select(offer => offer.Output ?? offer.Input).OfType<Fact>().ToList());
        return
            from series in hours.Concat(tokens)
            from pair in series.Prices.Zip(series.Prices.Skip(1))
            where pair.First.Source == pair.Second.Source || pair.Second.Confidence != Confidence.High
            let change = (pair.Second.Value / pair.First.Value) - 1
            where Math.Abs(change ?? 0) > Most
            select new CatalogFinding(
                Name,
                CatalogSeverity.Note,
                series.Id,
                $"moved from {Findings.Figure(pair.First.Value!.Value)} to {Findings.Figure(pair.Second.Value!.Value)} {pair.Second.Unit}; a second source should confirm it",
                series.Overridden);
    }
}
