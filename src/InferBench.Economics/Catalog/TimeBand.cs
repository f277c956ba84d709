using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>Hours of the week that a price is for.</summary>
public sealed record TimeBand
{
    [Description("Windows of the day, UTC.")]
    public required IReadOnlyList<UtcWindow> Windows { get; init; }

    [Description("Days of the week, UTC, that the windows belong to.")]
    public required IReadOnlyList<DayOfWeek> Days { get; init; }

    [Description("True where the price is for all hours outside the windows.")]
    public bool Outside { get; init; }

    /// <summary>Hours of a week in the band.</summary>
    public double HoursPerWeek()
    {
        var inside = Days.Count * Windows.Sum(window => (window.Until - window.From).TotalHours);
        return Outside ? (7 * 24) - inside : inside;
    }

    public bool Contains(DayOfWeek day, TimeOnly utc) =>
        (Days.Contains(day) && Windows.Any(window => utc >= window.From && utc < window.Until)) != Outside;
}
