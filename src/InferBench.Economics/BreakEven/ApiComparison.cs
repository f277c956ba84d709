using InferBench.Core.Statistics;

namespace InferBench.Economics.BreakEven;

/// <summary>The run's answer against one offer of an API.</summary>
/// <param name="Offer">Its id in the catalog.</param>
/// <param name="Provider">Who serves.</param>
/// <param name="Model">What.</param>
/// <param name="SameWeights">Whether it is the run's own model.</param>
/// <param name="Price">US dollars per million tokens.</param>
/// <param name="PriceSeen">When the price was seen, as exact as is known.</param>
/// <param name="PriceSource">Who says so.</param>
/// <param name="OutputWithInput">What it takes for a million output tokens with their input.</param>
/// <param name="OwnOverApi">Own cost at the question's utilization over the API's, with the interval of the measurement; below 1 one's own is cheaper. Null where there is no own cost.</param>
/// <param name="Crossing">Where one machine's bill meets the API's.</param>
/// <param name="AlwaysCheaperFromMachines">Machines from which on no step of the fleet is dearer again; null where it never gets there.</param>
/// <param name="Caveats">What to know before relying on it.</param>
public sealed record ApiComparison(
    string Offer,
    string Provider,
    string Model,
    bool SameWeights,
    TokenPrice Price,
    string PriceSeen,
    string PriceSource,
    double OutputWithInput,
    Estimate? OwnOverApi,
    Crossing Crossing,
    int? AlwaysCheaperFromMachines,
    IReadOnlyList<Caveat> Caveats)
{
    /// <summary>What can be said at the question's utilization.</summary>
    public Standing Standing => this switch
    {
        _ when Caveats.Contains(Caveat.TooOld) => Standing.NoVerdict,
        { OwnOverApi: null } => Standing.NoVerdict,
        { OwnOverApi: { Low: <= 1, High: null or >= 1 } } => Standing.Close,
        { OwnOverApi.Value: < 1 } => Standing.OwnCheaper,
        _ => Standing.ApiCheaper,
    };
}
