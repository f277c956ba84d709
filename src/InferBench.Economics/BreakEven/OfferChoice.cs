using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.BreakEven;

/// <summary>Which of the catalog's offers a workload could have taken on a day.</summary>
internal static class OfferChoice
{
    private const int Shown = 10;

    /// <summary>Offers in force on that day for prompts of that length; each band of hours is one of them.</summary>
    public static IReadOnlyList<ApiOffer> InForce(PriceCatalog catalog, DateOnly day, int promptTokens) => 
        [.. catalog.ApiQuotes(new PriceMoment(day, PromptTokens: promptTokens)).InForce.Select(quote => quote.Offer).Where(HasBothPrices)];

    /// <summary>Those that were named, by their id or their model's.</summary>
    /// <exception cref="BadInputException">A name is not known, or nothing of that name holds on that day; a line for each.</exception>
    public static IReadOnlyList<ApiOffer> Named(PriceCatalog catalog, IReadOnlyList<string> names, DateOnly day, int promptTokens)
    {
        var problems = new List<string>();
        var found = new List<ApiOffer>();
        foreach (var name in names)
        {
            var all = catalog.Api.Where(offer => Is(offer.Id, name) || Is(offer.ModelId, name)).ToList();
            var fitting = all.Where(offer => Fits(offer, day, promptTokens)).ToList();
            if (fitting.Count == 0)
            {
                problems.Add(Problem(catalog, all, name, day, promptTokens));
            }

            found.AddRange(fitting);
        }

        return problems.Count == 0 ? [.. found.DistinctBy(offer => offer.Id)] : throw BadInputException.Of(problems);
    }

    /// <summary>Ten offers from the cheapest to the dearest, evenly spaced, and all that serve the same weights.</summary>
    /// <param name="offers">In force.</param>
    /// <param name="cost">What an offer takes.</param>
    /// <param name="first">Whether an offer is to be there in any case.</param>
    /// <param name="doubtful">Whether an offer is left out as long as there are others.</param>
    public static IReadOnlyList<ApiOffer> Spread(IReadOnlyList<ApiOffer> offers, Func<ApiOffer, double> cost, Func<ApiOffer, bool> first, Func<ApiOffer, bool> doubtful)
    {
        var others = offers.Where(offer => !first(offer)).OrderBy(cost).ThenBy(offer => offer.Id, StringComparer.Ordinal).ToList();
        var sure = others.Where(offer => !doubtful(offer)).ToList();
        var from = sure.Count >= Shown ? sure : others;
        var picked = from.Count <= Shown ? from : Enumerable.Range(0, Shown).Select(index => from[index * (from.Count - 1) / (Shown - 1)]).Distinct();
        return [.. offers.Where(first), .. picked];
    }

    private static bool Fits(ApiOffer offer, DateOnly day, int promptTokens) =>
        HasBothPrices(offer) && offer.IsInForce(day) && new PriceMoment(day, PromptTokens: promptTokens).IsIn(offer);

    private static bool HasBothPrices(ApiOffer offer) => offer is { Input: { IsUsable: true, Value: >= 0 }, Output: { IsUsable: true, Value: >= 0 } };

    private static string Problem(PriceCatalog catalog, List<ApiOffer> all, string name, DateOnly day, int promptTokens)
    {
        if (all.Count == 0)
        {
            var near = NearNames.Of(catalog.Api.Select(offer => offer.ModelId), name);
            return $"--against: '{name}' is no offer of the catalog{(near.Count > 0 ? $"; there is {string.Join(", ", near)}" : "")}; 'inferbench catalog list' names all";
        }

        return all.Where(offer => !offer.IsInForce(day)).ToList() switch
        {
            [{ EffectiveUntil: { } until } expired, ..] when until <= day => Text($"--against: {expired.Id} expired on {until:yyyy-MM-dd}; leave it out, or ask for an earlier day with --as-of"),
            [{ EffectiveFrom: { } from } early, ..] => Text($"--against: {early.Id} holds from {from:yyyy-MM-dd} on; leave it out, or ask for that day with --as-of"),
            _ when all.Exists(offer => offer.Input is null || offer.Output is null) => $"--against: {all[0].Id} has no price of both input and output in the catalog",
            _ => Text($"--against: {all[0].Id} is not for prompts of {promptTokens} tokens"),
        };
    }

    private static bool Is(string id, string name) => id.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
