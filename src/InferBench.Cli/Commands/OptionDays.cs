using System.CommandLine;
using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Commands;

/// <summary>Days as they are typed, the same everywhere: 2026-11-20.</summary>
internal static class OptionDays
{
    /// <returns>Null where the option was not given.</returns>
    /// <exception cref="BadInputException">It is no day.</exception>
    public static DateOnly? Day(ParseResult parsed, Option<string> option) => OptionNumbers.Text(parsed, option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException($"{option.Name}: '{text}' is not a day; write it as 2026-11-20");
}
