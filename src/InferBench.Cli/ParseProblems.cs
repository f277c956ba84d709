using System.CommandLine;
using InferBench.Cli.Commands;

namespace InferBench.Cli;

/// <summary>What is wrong with a command line, one line for each problem, with the help that says what is right.</summary>
internal static class ParseProblems
{
    /// <returns>Empty where the command line can be run.</returns>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return [];
        }

        var command = parsed.CommandResult.Command;
        var name = $"inferbench {CommandPath.Of(command)}".TrimEnd();
        var help = $"see '{name} --help'";
        var unknown = Unknown(parsed.UnmatchedTokens, command, name).Select(problem => $"{problem}; {help}").ToList();
        if (unknown.Count > 0)
        {
            return unknown;
        }

        return NeedsCommand(command)
            ? [$"{name} needs a command: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}; {help}"]
            : [.. parsed.Errors.Select(error => $"{OneLine(error.Message)}; {help}")];
    }

    /// <summary>An unknown option's value is no second problem.</summary>
    private static IEnumerable<string> Unknown(IReadOnlyList<string> tokens, Command command, string name)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsOption(tokens[i]))
            {
                yield return $"'{tokens[i]}' is not an option of {name}";
                i += i + 1 < tokens.Count && !IsOption(tokens[i + 1]) ? 1 : 0;
            }
            else
            {
                yield return NeedsCommand(command) ? $"'{tokens[i]}' is not a command of {name}" : $"'{tokens[i]}' is one argument too many for {name}";
                if (NeedsCommand(command))
                {
                    yield break;
                }
            }
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static bool NeedsCommand(Command command) => command.Subcommands.Count > 0;

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
