using System.CommandLine;
using System.Globalization;
using InferBench.Cli.Comparing;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Reporting.Export;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench export</c>: many runs as one database.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run") { Description = "Runs' folders, or their run.json.", Arity = ArgumentArity.OneOrMore };
        var sqlite = new Option<string>("--sqlite") { HelpName = "FILE", Description = "SQLite database with the tables runs and cells; runs that it has already are replaced.", Required = true };
        var unverified = new Option<bool>("--unverified") { Description = "Take runs as they are, also where their hashes and figures do not hold." };
        var command = new Command("export", "Puts runs into a SQLite database: a row for each cell, with units in the column names.") { runs, sqlite, unverified };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(sqlite)!;
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            {
                throw new BadInputException($"--sqlite: {file}: there is no such folder");
            }

            var documents = parsed.GetValue(runs)!.Select(run => VerifiedRun.Read(run, parsed.GetValue(unverified))).ToList();
            using (var database = RunsDatabase.Open(file))
            {
                documents.ForEach(database.Add);
            }

            var cells = documents.Sum(run => run.Cells.Count);
            Screen.Create(json: false).Line(SafeText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"written: {file} ({documents.Count} {(documents.Count == 1 ? "run" : "runs")}, {cells} {(cells == 1 ? "cell" : "cells")})")));
            return ExitCodes.Done;
        });
        return command;
    }
}
