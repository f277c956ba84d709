namespace InferBench.Economics.Catalog.Rules;

/// <summary>Prompt lengths and hours of an offer are not empty.</summary>
internal sealed class TierRule : ICatalogRule
{
    private const string Name = "tier";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        foreach (var offer in catalog.Contents.Api)
        {
            if (offer.Context is { } context && (context.MinInputTokens ?? 0) > (context.MaxInputTokens ?? long.MaxValue))
            {
                yield return Error(offer, "context: minInputTokens is above maxInputTokens");
            }

            if (offer.Hours is { } hours && (hours.Days.Count == 0 || hours.Windows.Count == 0 || hours.Windows.Any(window => window.From >= window.Until)))
            {
                yield return Error(offer, "hours: each window must end after it begins, on at least one day");
            }
        }
    }

    private static CatalogFinding Error(ApiOffer offer, string problem) => new(Name, CatalogSeverity.Error, offer.Id, problem, offer.Overridden);
}
