using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Loads;

/// <summary>A time with its unit, as it is typed: 5ms, 0.5s, 250us, 1m.</summary>
internal static class DurationText
{
    private const double LongestNs = 86_400e9;

    /// <summary>The longer names first: <c>ms</c> ends in <c>s</c> too.</summary>
    private static readonly (string Name, double Nanoseconds)[] Units = [("ms", 1e6), ("us", 1e3), ("s", 1e9), ("m", 60e9)];

    /// <returns>Whole nanoseconds, 0 to a day.</returns>
    /// <exception cref="BadInputException">It is no such time; one line that begins with <paramref name="option"/>.</exception>
    public static long ParseNs(string option, string text)
    {
        foreach (var (name, nanoseconds) in Units)
        {
            if (text.EndsWith(name, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - name.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value))
            {
                return value * nanoseconds <= LongestNs ? (long)Math.Round(value * nanoseconds) : throw new BadInputException($"{option}: '{text}' is longer than a day");
            }
        }

        throw new BadInputException($"{option}: '{text}' is not a time; write a number and its unit, such as 250us, 5ms, 2s or 1m");
    }
}
