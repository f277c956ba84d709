using InferBench.Economics.Memory;

namespace InferBench.Cli.Sizing;

/// <summary>Whether a model fits, with everything that the answer rests on. Bytes.</summary>
internal sealed record FitReport(
    string Model,
    string Precision,
    string WeightBasis,
    string? ModelSource,
    long? Parameters,
    long? ActiveParameters,
    string Device,
    string DeviceBasis,
    long Context,
    int? LongestContext,
    long Concurrency,
    string CacheBasis,
    string OverheadBasis,
    string ActivationBasis,
    FitAnswer Answer,
    string CatalogVersion);
