using System.Globalization;
using InferBench.Core.Plans;

namespace InferBench.Core.Comparison;

/// <summary>What two cells must share to be compared; what sets the sides apart is left open.</summary>
internal sealed record CellMatch(
    string? Model, string? Precision, string? Provider, int Batch, int? PromptTokens, int? GeneratedTokens, int? Threads, string Scenario)
{
    public static CellMatch Of(Cell cell, ComparisonAxis by) => new(
        by == ComparisonAxis.Model ? null : cell.Model,
        by == ComparisonAxis.Precision ? null : cell.Precision,
        by == ComparisonAxis.Machine ? null : cell.Provider,
        cell.Batch,
        cell.PromptTokens,
        cell.GeneratedTokens,
        by == ComparisonAxis.Machine ? null : cell.Threads,
        cell.Scenario);

    /// <summary>In what this one differs from another, each in words such as <c>prompt (128 against 256)</c>.</summary>
    public IReadOnlyList<string> Differences(CellMatch other) =>
    [
        .. from part in Parts().Zip(other.Parts())
           where part.First.Value != part.Second.Value
           select $"{part.First.Name} ({part.First.Value ?? "none"} against {part.Second.Value ?? "none"})",
    ];

    private (string Name, string? Value)[] Parts() =>
    [
        ("model", Model), ("precision", Precision), ("provider", Provider), ("batch", Number(Batch)), ("prompt", Number(PromptTokens)),
        ("gen", Number(GeneratedTokens)), ("threads", Number(Threads)), ("scenario", Scenario),
    ];

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
