using System.CommandLine;
using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Commands;

/// <summary>Options that are read as text, so that what is wrong with a value is said in one line and in the invariant culture.</summary>
internal static class OptionValues
{
    public static Option<string> Text(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description };

    /// <summary>A number with a point before its decimals; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is none, or out of range.</exception>
    public static double? Number(ParseResult parsed, Option<string> option, double least, double most) =>
        parsed.GetValue(option) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{text}' is not a number from {least} to {most}"));

    /// <summary>A whole number; null where the option was not given.</summary>
    /// <exception cref="BadInputException">It is none, or out of range.</exception>
    public static long? Whole(ParseResult parsed, Option<string> option, long least, long most) =>
        parsed.GetValue(option) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{text}' is not a whole number from {least} to {most}"));
}
