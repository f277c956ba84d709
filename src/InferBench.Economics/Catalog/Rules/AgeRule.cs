namespace InferBench.Economics.Catalog.Rules;

/// <summary>Says how many prices in force are too old to warn of none, one line for each kind and age.</summary>
internal sealed class AgeRule : ICatalogRule
{
    private const string Name = "age";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        foreach (var (kind, offers) in new (string Kind, IReadOnlyList<Freshness> Offers)[]
        {
            ("cloud", [.. catalog.Contents.Cloud.Where(offer => offer.IsPurchasable && offer.IsInForce(catalog.Today)).Select(offer => Freshness.Of(offer, catalog.Today))]),
            ("api", [.. catalog.Contents.Api.Where(offer => offer.IsInForce(catalog.Today)).Select(offer => Freshness.Of(offer, catalog.Today))]),
        })
        {
            if (offers.Count(offer => !offer.SupportsVerdict) is > 0 and var refused)
            {
                yield return Note(kind, $"{refused} of {offers.Count} prices in force are over a year old on {Findings.Day(catalog.Today)}: no verdict rests on them");
            }

            if (offers.Count(offer => offer is { Warning: not null, SupportsVerdict: true }) is > 0 and var old)
            {
                yield return Note(kind, $"{old} of {offers.Count} prices in force are old on {Findings.Day(catalog.Today)} (90 days, 30 on marketplaces): look them up before they decide anything");
            }
        }
    }

    private static CatalogFinding Note(string kind, string problem) => new(Name, CatalogSeverity.Note, kind, problem, Overridden: false);
}
