namespace InferBench.Reporting.Charts;

/// <summary>A line through measured points, in the order given.</summary>
/// <param name="Name">What sets it apart from the other lines.</param>
/// <param name="Summary">A few words under the name, such as its best value; null for none.</param>
/// <param name="Detail">A few more under those, such as what it loses in quality; null for none.</param>
/// <param name="Joined">Whether a line goes from point to point; not where the points have no order.</param>
/// <param name="Tone">Place on a ramp of colours that means an order, from 0; null for a colour of its own.</param>
public sealed record Series(
    string Name,
    IReadOnlyList<SeriesPoint> Points,
    string? Summary = null,
    string? Detail = null,
    bool Joined = true,
    int? Tone = null)
{
    public SeriesForm Form { get; init; } = SeriesForm.Line;

    /// <summary>Whether its points have marks; not where they are computed, or too many.</summary>
    public bool Marked => Form == SeriesForm.Line;

    /// <summary>The lines under the name.</summary>
    public IReadOnlyList<string> Lines => [.. new[] { Summary, Detail }.OfType<string>()];
}
