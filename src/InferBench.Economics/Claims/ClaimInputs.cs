using InferBench.Economics.Catalog;

namespace InferBench.Economics.Claims;

/// <summary>What a claim is recomputed from.</summary>
/// <param name="Catalog">Prices and published rates.</param>
/// <param name="Day">The day for which prices are wanted.</param>
/// <param name="UsdPerGpuHour">An own price of the GPU; null for the catalog's.</param>
/// <param name="Utilization">Share of the time in which the machine works, above 0 and at most 1; null for the catalog's mean of real clusters.</param>
/// <param name="InputPerOutput">Input tokens of each output token, zero or more.</param>
/// <param name="Measured">A rate that was measured here; null where published rates serve.</param>
public sealed record ClaimInputs(
    PriceCatalog Catalog,
    DateOnly Day,
    double? UsdPerGpuHour = null,
    double? Utilization = null,
    double InputPerOutput = 1,
    MeasuredRate? Measured = null);
