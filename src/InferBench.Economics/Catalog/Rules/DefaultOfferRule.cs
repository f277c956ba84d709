namespace InferBench.Economics.Catalog.Rules;

/// <summary>At most one offer stands in for a GPU, and it is one that somebody sells.</summary>
internal sealed class DefaultOfferRule : ICatalogRule
{
    private const string Name = "default-offer";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        foreach (var group in catalog.Contents.Cloud.Where(offer => offer.Default is true).GroupBy(offer => offer.Gpu, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var offer in group.Where(offer => !offer.IsPurchasable))
            {
                yield return Error(offer, $"nobody sells at a price of plan {offer.PlanWord}, so it cannot be a default");
            }

            // A default of the user's own takes the place of the shipped one.
            if (group.GroupBy(offer => offer.Overridden).FirstOrDefault(same => same.Count() > 1) is { } several)
            {
                yield return Error(several.Last(), $"is one of {several.Count()} defaults for {group.Key}; keep one");
            }
        }
    }

    private static CatalogFinding Error(CloudOffer offer, string problem) => new(Name, CatalogSeverity.Error, offer.Id, problem, offer.Overridden);
}
