namespace InferBench.Economics.Catalog.Rules;

/// <summary>For one model, prompt length, hour and day there is one price of a provider.</summary>
internal sealed class OverlapRule : ICatalogRule
{
    private const string Name = "overlap";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from model in catalog.Contents.Api.GroupBy(offer => offer.ModelId, StringComparer.OrdinalIgnoreCase)
        let offers = model.ToList()
        from i in Enumerable.Range(0, offers.Count)
        from j in Enumerable.Range(i + 1, offers.Count - i - 1)
        let first = offers[i]
        let second = offers[j]
        where DaysMeet(first, second) && PromptsMeet(first.Context, second.Context) && HoursMeet(first.Hours, second.Hours)
        select new CatalogFinding(
            Name,
            CatalogSeverity.Error,
            second.Id,
            $"holds for the same prompts, hours and days as {first.Id}; end one with effectiveUntil",
            first.Overridden || second.Overridden);

    private static bool DaysMeet(ApiOffer first, ApiOffer second) =>
        (first.EffectiveFrom ?? DateOnly.MinValue) < (second.EffectiveUntil ?? DateOnly.MaxValue)
        && (second.EffectiveFrom ?? DateOnly.MinValue) < (first.EffectiveUntil ?? DateOnly.MaxValue);

    private static bool PromptsMeet(ContextTier? first, ContextTier? second) =>
        (first?.MinInputTokens ?? 0) <= (second?.MaxInputTokens ?? long.MaxValue) && (second?.MinInputTokens ?? 0) <= (first?.MaxInputTokens ?? long.MaxValue);

    /// <summary>Bands are told apart by being inside or outside of the same windows.</summary>
    private static bool HoursMeet(TimeBand? first, TimeBand? second) => first is null || second is null || first.Outside == second.Outside;
}
