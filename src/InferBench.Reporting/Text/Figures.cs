using System.Globalization;
using InferBench.Core.Statistics;

namespace InferBench.Reporting.Text;

/// <summary>How figures are printed: three significant digits, grouped thousands, a dash where there is none. Never depends on the culture.</summary>
public static class Figures
{
    public const string Missing = "–";

    private const double LargestPlain = 1e15;
    private const double SmallestPlain = 1e-6;

    public static string Number(double? value) => value is { } given ? Number(given) : Missing;

    public static string Number(double value) => Math.Abs(value) switch
    {
        _ when !double.IsFinite(value) => Missing,
        0 => "0",
        >= LargestPlain or < SmallestPlain => value.ToString("0.##e+0", CultureInfo.InvariantCulture),
        // Standard formats round the exact value; custom ones such as "0.00" round it to fifteen digits first, so that 1.005 would become 1.01.
        // Boundaries lie where rounding would otherwise give a fourth digit: 99.96 is "100", not "100.0".
        >= 99.95 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("F1", CultureInfo.InvariantCulture),
        >= 0.9995 => value.ToString("F2", CultureInfo.InvariantCulture),
        var small => value.ToString("F" + Whole(2 - (int)Math.Floor(Math.Log10(small))), CultureInfo.InvariantCulture),
    };

    public static string Usd(double? value) => value is { } given && double.IsFinite(given) ? Usd(given) : Missing;

    /// <summary>Dollars with three significant digits, and cents where dollars are whole.</summary>
    public static string Usd(double value) => value < 0 ? "-$" + Number(-value) : "$" + Number(value);

    /// <summary>A price as somebody would write it: no digit is lost, and at least cents are shown.</summary>
    public static string Price(double usd) => "$" + usd.ToString("#,0.00####", CultureInfo.InvariantCulture);

    public static string Milliseconds(double? nanoseconds) => Number(nanoseconds / 1e6);

    /// <summary>Half the 95 % interval, such as "±1.2 %"; a dash where there is none.</summary>
    public static string HalfWidth(Estimate? estimate) => estimate?.RelativeHalfWidth is { } fraction ? "±" + Percent(fraction) : Missing;

    public static string Percent(double fraction) => (fraction * 100).ToString(fraction < 0.0995 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + " %";

    public static string Ratio(double? ratio) => ratio is { } given ? "×" + given.ToString("0.0#", CultureInfo.InvariantCulture) : Missing;

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Bytes(long? bytes) => bytes switch
    {
        null => Missing,
        >= 1_000_000_000 => Number(bytes.Value / 1e9) + " GB",
        >= 1_000_000 => Number(bytes.Value / 1e6) + " MB",
        _ => Number(bytes.Value / 1e3) + " kB",
    };

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
