using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary>A command as it is typed after the program's name: <c>models build</c>; empty for the program itself.</summary>
internal static class CommandPath
{
    public static string Of(Command command) =>
        command is RootCommand || command.Parents.OfType<Command>().FirstOrDefault() is not { } parent ? ""
        : Of(parent) is { Length: > 0 } above ? $"{above} {command.Name}"
        : command.Name;
}
