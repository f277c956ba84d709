using System.Text.Json.Serialization;

namespace InferBench.Budgets.Figures;

/// <summary>One measured figure beside its budget.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Unit">Unit of the figure and of its limit; <c>%</c> means that they are fractions.</param>
/// <param name="Measured">Over rounds.</param>
/// <param name="Limit">The budget; null where the design sets none.</param>
/// <param name="AtLeast">Whether the limit is a least; else it is a most.</param>
/// <param name="Detail">What the figure is made of.</param>
internal sealed record BudgetFigure(string What, string Unit, Spread Measured, double? Limit = null, bool AtLeast = false, string Detail = "")
{
    /// <summary>Judged by the median; null where there is no limit.</summary>
    [JsonInclude]
    public bool? Met => Limit is not { } limit ? null : AtLeast ? Measured.Median >= limit : Measured.Median <= limit;

    /// <summary>Whether some rounds met the budget and others did not: the machine is too busy, or the figure too near, to say.</summary>
    [JsonInclude]
    public bool Unclear => Limit is { } limit && Measured.Least < limit && Measured.Most > limit;
}
