using System.Text.Json.Serialization;
using InferBench.Core.Quality;
using InferBench.Core.Statistics;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Costs;

/// <summary>What a run's tokens cost under given conditions, and where that stands against APIs.</summary>
/// <param name="RunId">The run.</param>
/// <param name="RunDigest">Digest that its document carries; null in documents without one.</param>
/// <param name="CatalogVersion">The prices that were used.</param>
/// <param name="AsOf">Day for which they were taken.</param>
/// <param name="Machine">What is paid for.</param>
/// <param name="MachineSource">Where its price comes from.</param>
/// <param name="MachinePriceAssumed">Whether nobody gave that price.</param>
/// <param name="MachinePriceRange">What else it may be; null where there is one figure.</param>
/// <param name="Hour">An hour of it, at the answer's utilization.</param>
/// <param name="Allocation">How the bill is divided between input and output, in words.</param>
/// <param name="InputPerOutput">Input tokens of each output token that comparisons hold for.</param>
/// <param name="InputPerOutputMeasured">Whether that is the measured ratio; otherwise prefill time was taken in proportion, which nobody measured.</param>
/// <param name="CacheHit">Share of the input that APIs find in their cache.</param>
/// <param name="Cells">Usable decoder cells in the order of the run.</param>
/// <param name="Best">Index of the answer in <paramref name="Cells"/>: the cheapest valid cell that meets the targets, else the cheapest valid one, else the cheapest.</param>
/// <param name="TargetsMet">Whether the answer meets the targets.</param>
/// <param name="SyntheticModel">Whether its weights are random, so that only its speed says something.</param>
/// <param name="Quality">What its model loses against a reference; null where it was not scored.</param>
/// <param name="FullLoad">US dollars per million output tokens with their input where the machine never waits: the least that there is.</param>
/// <param name="Comparisons">APIs, those with the same weights first, then by price.</param>
/// <param name="OffersInForce">Offers that could have been compared on that day, for prompts of that length.</param>
/// <param name="Sensitivity">What moves the answer's cost most, the widest first.</param>
public sealed record CostReport(
    string RunId,
    string? RunDigest,
    string CatalogVersion,
    DateOnly AsOf,
    string Machine,
    string MachineSource,
    bool MachinePriceAssumed,
    PriceRange? MachinePriceRange,
    HourlyCost Hour,
    string Allocation,
    double InputPerOutput,
    bool InputPerOutputMeasured,
    double CacheHit,
    IReadOnlyList<CellCost> Cells,
    int Best,
    bool TargetsMet,
    bool SyntheticModel,
    QualityReport? Quality,
    Estimate FullLoad,
    IReadOnlyList<ApiComparison> Comparisons,
    int OffersInForce,
    IReadOnlyList<TornadoBar> Sensitivity)
{
    /// <summary>The cell that the answer is about.</summary>
    [JsonIgnore]
    public CellCost Answer => Cells[Best];

    /// <summary>Whether the answer rests on a valid cell that meets the targets.</summary>
    public bool IsSound => TargetsMet && !Answer.Suspect;
}
