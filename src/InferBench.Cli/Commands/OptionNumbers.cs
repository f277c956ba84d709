using System.CommandLine;
using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Commands;

/// <summary>Numbers as they are typed: with a decimal point, whatever the culture.</summary>
internal static class OptionNumbers
{
    /// <summary>Null where the option was not given, or where this command does not have it.</summary>
    public static string? Text(ParseResult parsed, Option<string> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    /// <exception cref="BadInputException">It is not a finite number.</exception>
    public static double? Number(ParseResult parsed, Option<string> option) =>
        Text(parsed, option) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new BadInputException($"{option.Name}: '{text}' is not a number{(text.Contains(',', StringComparison.Ordinal) ? $"; write a decimal point, such as {text.Replace(',', '.')}" : "")}");

    /// <exception cref="BadInputException">It is not a number between the two, ends included.</exception>
    public static double? Between(ParseResult parsed, Option<string> option, double least, double most) =>
        Number(parsed, option) is not { } value ? null
        : value >= least && value <= most ? value
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: {value} is not from {least:0.######} to {most:0.######}"));
}
