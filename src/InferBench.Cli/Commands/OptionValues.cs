using System.CommandLine;
using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Commands;

/// <summary>Options that are read as text, so that what is wrong with a value is said in one line and in the invariant culture.</summary>
internal static class OptionValues
{
    public static Option<string> Text(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description };

    /// <summary>Null where the option was not given, or where this command does not have it.</summary>
    public static string? Given(ParseResult parsed, Option<string> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    /// <summary>Any number with a point before its decimals; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is no finite number.</exception>
    public static double? Number(ParseResult parsed, Option<string> option) =>
        Given(parsed, option) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new BadInputException($"{option.Name}: '{text}' is not a number{Point(text)}");

    /// <summary>A day, written the same everywhere; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is no day.</exception>
    public static DateOnly? Day(ParseResult parsed, Option<string> option) => Given(parsed, option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException($"{option.Name}: '{text}' is not a day; write it as 2026-11-20");

    /// <summary>What a day is where none is given.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A number with a point before its decimals; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is none, or out of range.</exception>
    public static double? Number(ParseResult parsed, Option<string> option, double least, double most) =>
        parsed.GetValue(option) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{text}' is not a number from {least} to {most}{Point(text)}"));

    /// <summary>A whole number; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is none, or out of range.</exception>
    public static long? Whole(ParseResult parsed, Option<string> option, long least, long most) =>
        parsed.GetValue(option) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{text}' is not a whole number from {least} to {most}"));

    private static string Point(string text) =>
        text.Count(character => character == ',') == 1 && !text.Contains('.', StringComparison.Ordinal) ? $"; write a decimal point, such as {text.Replace(',', '.')}" : "";
}
