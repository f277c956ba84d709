using InferBench.Economics.Catalog;

namespace InferBench.Cli.Catalog;

/// <summary>What a check of the catalog found.</summary>
internal sealed record CatalogReport(string CatalogVersion, DateOnly Day, int Entries, int Facts, int Errors, IReadOnlyList<CatalogFinding> Findings, IReadOnlyList<RejectedFigure> Rejected)
{
    public static CatalogReport Of(PriceCatalog catalog, DateOnly day)
    {
        var (entries, findings) = (catalog.Entries(), CatalogCheck.Of(catalog, day));
        return new(
            catalog.Version,
            day,
            entries.Count,
            entries.Sum(entry => entry.Facts.Count),
            findings.Count(finding => finding.Severity == CatalogSeverity.Error),
            findings,
            catalog.Rejected);
    }
}
