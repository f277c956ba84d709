using InferBench.Economics.Sizing;

namespace InferBench.Cli.Sizing;

/// <summary>What <c>size</c> was asked; null where an option was not given.</summary>
internal sealed record SizeRequest(
    IReadOnlyList<string> Runs,
    string? Trace,
    double? Users,
    (double Input, double Output)? TokensPerUserHour,
    double? RequestsPerUserHour,
    double WindowSeconds,
    SizingSettings Settings,
    string? Model,
    IReadOnlyList<string>? Precisions,
    IReadOnlyList<double>? UsdPerHour,
    string? Catalog);
