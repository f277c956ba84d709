using InferBench.Economics.Catalog.Rules;

namespace InferBench.Economics.Catalog;

/// <summary>Holds a catalog's figures against each other.</summary>
public static class CatalogCheck
{
    internal static IReadOnlyList<ICatalogRule> Rules { get; } =
    [
        new DuplicateRule(),
        new UnitRule(),
        new ValueRule(),
        new NegativeRule(),
        new SourceRule(),
        new DateRule(),
        new IntervalRule(),
        new TierRule(),
        new ExpiredRule(),
        new OverlapRule(),
        new UnknownDeviceRule(),
        new DefaultOfferRule(),
        new HourlyPriceRule(),
        new TokenPriceRule(),
        new CacheReadRule(),
        new OutputBelowInputRule(),
        new PriceJumpRule(),
        new Fp8RateRule(),
        new Fp8HardwareRule(),
        new Fp4HardwareRule(),
        new FlopByteRule(),
        new SparseRateRule(),
        new UsableMemoryRule(),
        new RecalledRule(),
        new AgeRule(),
    ];

    /// <summary>Everything the rules find, errors first.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="today">The day for which it is to be used.</param>
    public static IReadOnlyList<CatalogFinding> Of(PriceCatalog catalog, DateOnly today) => Of(new CheckedCatalog(catalog.Contents, catalog.Own, today));

    internal static IReadOnlyList<CatalogFinding> Of(CheckedCatalog catalog) =>
        [.. Rules.SelectMany(rule => rule.Check(catalog)).OrderByDescending(finding => finding.Severity)];
}
