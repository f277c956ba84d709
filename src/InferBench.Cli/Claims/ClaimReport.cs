using InferBench.Economics.Claims;

namespace InferBench.Cli.Claims;

/// <summary>Claims recomputed, as printed.</summary>
internal sealed record ClaimReport(string CatalogVersion, DateOnly Day, IReadOnlyList<ClaimResult> Claims);
