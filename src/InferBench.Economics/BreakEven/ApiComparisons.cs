using InferBench.Core.Statistics;
using InferBench.Economics.Catalog;
using InferBench.Economics.Machines;

namespace InferBench.Economics.BreakEven;

/// <summary>One measured cell against the catalog's offers.</summary>
internal sealed class ApiComparisons(PriceCatalog catalog, DateOnly day, double inputPerOutput, double cacheHit)
{
    /// <param name="offers">What to compare with.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="seconds">Measured time for an output token with its input.</param>
    /// <param name="own">Own cost of a million output tokens with their input; null where there is none.</param>
    /// <param name="same">Whether an offer serves the run's own weights.</param>
    /// <param name="known">Caveats that every comparison has, from the run's side.</param>
    public IReadOnlyList<ApiComparison> Of(
        IEnumerable<ApiOffer> offers, IMachine machine, Estimate seconds, Estimate? own, Func<ApiOffer, bool> same, IReadOnlyList<Caveat> known) =>
    [
        .. offers.Select(offer => One(offer, machine, seconds, own, same(offer), known))
            .OrderByDescending(one => one.SameWeights)
            .ThenBy(one => one.OutputWithInput)
            .ThenBy(one => one.Offer, StringComparer.Ordinal),
    ];

    /// <summary>What it takes for a million output tokens with their input.</summary>
    public double Cost(ApiOffer offer) => PriceOf(offer).OutputWithInput(inputPerOutput, cacheHit);

    /// <summary>Whether an offer's price is no ground for a verdict.</summary>
    public bool IsDoubtful(ApiOffer offer) => OfPrice(offer).Any(caveat => caveat is Caveat.TooOld or Caveat.Stale or Caveat.Announced or Caveat.Recalled or Caveat.SomeHours or Caveat.LowConfidence);

    private static TokenPrice PriceOf(ApiOffer offer) =>
        new(offer.Input!.Value!.Value, offer.Output!.Value!.Value, offer.CacheRead is { IsUsable: true } cached ? cached.Value : null);

    private ApiComparison One(ApiOffer offer, IMachine machine, Estimate seconds, Estimate? own, bool same, IReadOnlyList<Caveat> known)
    {
        var price = PriceOf(offer);
        var cost = Cost(offer);
        var crossing = BreakEvenPoint.Of(machine, seconds, cost, inputPerOutput);
        IReadOnlyList<Caveat> weights = same ? [] : [Caveat.OtherModel, Caveat.OtherTokenizer];
        return new ApiComparison(
            offer.Id,
            offer.Provider,
            offer.Model,
            same,
            price,
            offer.Output!.AsOf.ToString(),
            catalog.Cite(offer.Output),
            cost,
            cost > 0 ? own?.Times(1 / cost) : null,
            crossing,
            MachineSteps.AlwaysCheaperFrom(crossing),
            [.. known, .. weights, .. OfPrice(offer)]);
    }

    private IEnumerable<Caveat> OfPrice(ApiOffer offer)
    {
        var used = new[] { offer.Input, offer.Output, cacheHit > 0 ? offer.CacheRead : null }.OfType<Fact>().ToList();
        var freshness = Freshness.Of(offer, day);
        if (!freshness.SupportsVerdict)
        {
            yield return Caveat.TooOld;
        }
        else if (freshness.Warning is not null)
        {
            yield return Caveat.Stale;
        }

        if (!offer.IsInForce(day))
        {
            yield return Caveat.Expired;
        }

        if (offer.Status == FactStatus.Announced)
        {
            yield return Caveat.Announced;
        }

        if (used.Exists(fact => fact.Confidence == Confidence.Recalled))
        {
            yield return Caveat.Recalled;
        }
        else if (used.Exists(fact => fact.Confidence == Confidence.Low))
        {
            yield return Caveat.LowConfidence;
        }

        if (cacheHit > 0 && offer.CacheRead is not { IsUsable: true })
        {
            yield return Caveat.CachePriceUnknown;
        }

        if (offer.Hours is not null)
        {
            yield return Caveat.SomeHours;
        }
    }
}
