using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Comparing;

/// <summary>A percentage as it is typed: <c>3%</c>. Without its sign, 0.03 and 3 could both be meant.</summary>
internal static class Percentage
{
    private const double Most = 1_000;

    /// <returns>The fraction; null where nothing was given.</returns>
    /// <exception cref="BadInputException">It is no percentage.</exception>
    public static double? Of(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return text.EndsWith('%')
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent)
            && percent <= Most
            ? percent / 100
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is not a percentage from 0% to {Most}%; write it as 3%"));
    }
}
