using System.Globalization;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>
/// A date as exact as its source: a day (<c>2026-11-09</c>), a month (<c>2026-10</c>), a quarter (<c>2025-Q1</c>), a half (<c>2024-H2</c>),
/// a year (<c>2025</c>), a span of these (<c>2025-03..2026-03</c>), or <c>undated</c>.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
public sealed record PartialDate
{
    public static readonly PartialDate Undated = new("undated", null, null);

    private PartialDate(string text, DateOnly? earliest, DateOnly? latest)
    {
        Text = text;
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>First day that it can mean; null where it is undated. Age is counted from here, so that a vague date never looks fresh.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Last day that it can mean; null where it is undated.</summary>
    public DateOnly? Latest { get; }

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <returns>Null where the text is no such date.</returns>
    public static PartialDate? Parse(string text)
    {
        if (text == Undated.Text)
        {
            return Undated;
        }

        var ends = text.Split("..");
        return ends.Length <= 2 && Span(ends[0]) is { } first && Span(ends[^1]) is { } last && first.From <= last.Until
            ? new PartialDate(text, first.From, last.Until)
            : null;
    }

    /// <summary>Days since the earliest day that it can mean; null where it is undated.</summary>
    public int? AgeInDays(DateOnly today) => Earliest is { } day ? today.DayNumber - day.DayNumber : null;

    public override string ToString() => Text;

    private static (DateOnly From, DateOnly Until)? Span(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return Months(month, 1);
        }

        if (DateOnly.TryParseExact(text.Split('-')[0], "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
        {
            return text[4..] switch
            {
                "" => Months(year, 12),
                ['-', 'H', (>= '1' and <= '2') and var half] => Months(year.AddMonths((half - '1') * 6), 6),
                ['-', 'Q', (>= '1' and <= '4') and var quarter] => Months(year.AddMonths((quarter - '1') * 3), 3),
                _ => null,
            };
        }

        return null;
    }

    private static (DateOnly From, DateOnly Until) Months(DateOnly first, int count) => (first, first.AddMonths(count).AddDays(-1));
}
