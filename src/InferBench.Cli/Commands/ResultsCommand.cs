using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench results</c>: a folder of runs as a whole.</summary>
internal static class ResultsCommand
{
    public static Command Create() => new("results", "Looks after a folder of runs.") { ResultsIndexCommand.Create() };
}
