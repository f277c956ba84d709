using System.Globalization;

namespace InferBench.Core.Scenarios;

/// <summary>Numbers as LoadGen prints them: C++ streams, exact ties to even.</summary>
internal static class LoadGenText
{
    private const int SignificantDigits = 6;

    /// <summary>Six significant digits, as <c>ostream &lt;&lt; double</c> does by default; <c>-nan</c> for zero over zero, as x86 computes it.</summary>
    public static string General(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "-nan" : value > 0 ? "inf" : "-inf";
        }

        if (value == 0)
        {
            return "0";
        }

        // Forty digits are enough to tell a tie from what lies beside it.
        var text = Math.Abs(value).ToString("E40", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = text[0] + text[2..mark];
        var rounded = int.Parse(digits.AsSpan(0, SignificantDigits), NumberStyles.None, CultureInfo.InvariantCulture);
        var rest = string.CompareOrdinal(digits[SignificantDigits..], "5".PadRight(digits.Length - SignificantDigits, '0'));
        rounded += rest > 0 || (rest == 0 && rounded % 2 == 1) ? 1 : 0;
        if (rounded == 1_000_000)
        {
            rounded = 100_000;
            exponent++;
        }

        return (value < 0 ? "-" : "") + Place(rounded.ToString(CultureInfo.InvariantCulture), exponent);
    }

    /// <summary>One digit behind the point; for values below 1000.</summary>
    public static string OneDecimal(double value) => Fixed(value, 1);

    /// <summary>Two digits behind the point; for values below 1000.</summary>
    public static string TwoDecimals(double value) => Fixed(value, 2);

    private static string Fixed(double value, int decimals)
    {
        var exact = decimal.Parse(value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimal.Round(exact, decimals, MidpointRounding.ToEven).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    private static string Place(string digits, int exponent)
    {
        if (exponent is < -4 or >= SignificantDigits)
        {
            var mantissa = WithoutTrailingZeros($"{digits[0]}.{digits[1..]}");
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        return WithoutTrailingZeros(exponent < 0
            ? "0." + new string('0', -exponent - 1) + digits
            : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}");
    }

    private static string WithoutTrailingZeros(string text) => text.TrimEnd('0').TrimEnd('.');
}
