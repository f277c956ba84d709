using System.CommandLine;
using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Reporting.Results;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench results index</c>.</summary>
internal static class ResultsIndexCommand
{
    public static Command Create()
    {
        var results = new Argument<string>("folder") { Description = "The results folder.", DefaultValueFactory = _ => "results" };
        var only = new Option<string[]>("--run") { HelpName = "NAME", Description = "List this run only; may be given again. Default: every run in the folder.", AllowMultipleArgumentsPerToken = true };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with code 1 where the index is not what the runs say." };
        var json = new Option<bool>("--json") { Description = "Print the index, and write nothing." };
        var command = new Command("index", "Writes index.json: each run's date, machine, models, digest, price and cheapest valid cell.") { results, only, check, json };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(results)!;
            var index = ResultsIndex.Of(folder, parsed.GetValue(only) is { Length: > 0 } names ? names : null);
            if (parsed.GetValue(json))
            {
                Console.Out.Write(index.Json());
                return ExitCodes.Done;
            }

            var screen = Screen.Create(json: false);
            var count = string.Create(CultureInfo.InvariantCulture, $"{index.Runs.Count} {(index.Runs.Count == 1 ? "run" : "runs")}");
            if (parsed.GetValue(check))
            {
                var file = Path.Combine(folder, ResultsIndex.FileName);
                var current = File.Exists(file) && new FileInfo(file).Length < int.MaxValue && File.ReadAllText(file).ReplaceLineEndings("\n") == index.Json();
                screen.Line(SafeText.Of($"{file}: {(current ? "is up to date" : "is NOT what the runs say; write it with 'inferbench results index'")} ({count})"));
                return current ? ExitCodes.Done : ExitCodes.Failed;
            }

            screen.Line(SafeText.Of($"written: {Path.GetRelativePath(Environment.CurrentDirectory, index.Write(folder))} ({count})"));
            return ExitCodes.Done;
        });
        return command;
    }
}
