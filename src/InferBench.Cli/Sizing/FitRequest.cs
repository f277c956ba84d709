namespace InferBench.Cli.Sizing;

/// <summary>What <c>fit</c> was asked; null where an option was not given.</summary>
internal sealed record FitRequest(
    string? Model, string? Precision, string? Device, double? MemoryGigabytes, long Context, long Concurrency, string? Cache, string? Run, string? Catalog);
