using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary>Actions that Ctrl+C can stop from their first moment.</summary>
internal static class StoppableAction
{
    /// <summary>
    /// Runs the action on another thread. Ctrl+C is listened to only once an action has returned its task: one that worked before its
    /// first await was ended by the signal itself, and what it had half written stayed there.
    /// </summary>
    public static void SetStoppableAction(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => action(parsed, cancellation), CancellationToken.None));
}
