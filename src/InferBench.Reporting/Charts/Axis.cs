namespace InferBench.Reporting.Charts;

/// <summary>One axis of a chart.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit, shown in parentheses after the label; null where the label says it all.</param>
/// <param name="Scale">Linear axes start at zero unless that hides the data; log axes need values above zero.</param>
/// <param name="Money">Whether ticks are dollars.</param>
/// <param name="TicksAt">Values to put ticks at, such as the measured batch sizes; null for round ones.</param>
/// <param name="Names">Names of the whole values from 0 on, where the axis lists things instead of measuring; null where it measures.</param>
/// <param name="FromZero">Whether a linear axis starts at zero; not where values lie close together far from it.</param>
public sealed record Axis(
    string Label, string? Unit, AxisScale Scale, bool Money = false, IReadOnlyList<double>? TicksAt = null, IReadOnlyList<string>? Names = null, bool FromZero = true)
{
    public string Title => Unit is null ? Label : $"{Label} ({Unit})";
}
