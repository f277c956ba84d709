using System.Globalization;

namespace InferBench.Economics.Claims;

/// <summary>Figures in the lines of a claim; never depend on the culture.</summary>
internal static class ClaimFigure
{
    private const int Digits = 4;

    /// <summary>Four significant digits, grouped thousands; exact where it has fewer.</summary>
    public static string Of(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return (decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : Math.Round(value)).ToString("#,0.########", CultureInfo.InvariantCulture);
    }

    public static string Usd(double value) => "$" + Of(value);

    /// <summary>A fraction with one decimal of a percent.</summary>
    public static string Percent(double fraction) => (fraction * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
